//! The sheet that hands parcels over: from the list and from the order, in two taps where the carrier is the last one's.

use super::carriers::{carrier, next_parcel, typed};
use super::form::{Flaws, show_first_flaw};
use super::parcels;
use super::session::Desk;
use super::trouble::words;
use crate::api::ApiError;
use crate::api::desk::orders::{self, DeskOrder, DeskShipment, OrderCard, Parcel, changed};
use crate::api::desk::refused;
use crate::components::{Sheet, live, sheet};
use crate::device::selling::{self, OrderDraft, TypedParcel};
use crate::view::prelude::*;
use minishop_core::{Action, OrderId, Status};

/// Characters of a carrier's name and of a waybill at most.
const MOST: [usize; 2] = [40, 60];
/// Parcels handed over at once.
pub const MOST_PARCELS: usize = 10;

/// What is handed over.
#[derive(Clone, PartialEq)]
pub struct Job {
    pub id: OrderId,
    /// The order as the seller sees it.
    version: i64,
    /// Whom it goes to, and where.
    pub to: [String; 2],
    /// The buyer fetches it: nothing is sent.
    pub pickup: bool,
    /// The parcel that is corrected; else new ones are added.
    pub correct: Option<String>,
}

/// The sheet and what is typed into it; copied into any closure.
#[derive(Clone, Copy)]
pub struct Shipping {
    pub desk: Desk,
    pub open: RwSignal<bool>,
    pub job: RwSignal<Option<Job>>,
    pub parcels: RwSignal<Vec<TypedParcel>>,
    pub flaws: Flaws,
    pub busy: RwSignal<bool>,
    /// What stands in the way of all of it.
    pub wrong: RwSignal<Option<String>>,
    /// Which parcel is being scanned.
    pub scanning: RwSignal<Option<usize>>,
    /// Hears the order as it is after whatever came of it; nothing where that is not known.
    tell: Callback<Option<DeskOrder>>,
}

impl Shipping {
    pub fn new(desk: Desk, tell: Callback<Option<DeskOrder>>) -> Self {
        Self {
            desk,
            open: RwSignal::new(false),
            job: RwSignal::new(None),
            parcels: RwSignal::new(Vec::new()),
            flaws: Flaws::new(),
            busy: RwSignal::new(false),
            wrong: RwSignal::new(None),
            scanning: RwSignal::new(None),
            tell,
        }
    }

    /// Opens it for an order of the list.
    pub fn begin_card(self, card: &OrderCard) {
        self.begin(Job {
            id: card.id.clone(),
            version: card.version,
            to: [card.name.clone(), String::new()],
            pickup: card.pickup,
            correct: None,
        });
    }

    /// Opens it for an order that is on the screen.
    pub fn begin_order(self, order: &DeskOrder) {
        self.begin(Self::job(order, None));
    }

    /// Opens it for a parcel that was written wrong.
    pub fn begin_correction(self, order: &DeskOrder, shipment: &DeskShipment) {
        let parcel = typed(self.desk, &shipment.carrier, &shipment.waybill);
        self.show(Self::job(order, Some(shipment.id.clone())), vec![parcel]);
    }

    fn job(order: &DeskOrder, correct: Option<String>) -> Job {
        Job {
            id: order.id.clone(),
            version: order.version,
            to: [order.seen.recipient.name.clone(), order.seen.recipient.city.clone()],
            pickup: !order.seen.has_address,
            correct,
        }
    }

    fn begin(self, job: Job) {
        let draft = OrderDraft::load(job.id.as_str()).parcels;
        let parcels = match draft.is_empty() {
            false => draft,
            // Nothing is sent: the buyer is told that it waits.
            true if job.pickup => Vec::new(),
            true => vec![next_parcel(self.desk)],
        };
        self.show(job, parcels);
    }

    fn show(self, job: Job, parcels: Vec<TypedParcel>) {
        self.flaws.clear_all();
        self.wrong.set(None);
        self.scanning.set(None);
        self.parcels.set(parcels);
        self.job.set(Some(job));
        self.desk.app.open_sheet(self.open);
    }

    /// Changes what is typed, and keeps it on the device.
    pub fn type_in(self, change: impl FnOnce(&mut Vec<TypedParcel>)) {
        self.parcels.update(change);
        let job = self.job.get_untracked();
        if let Some(job) = job.filter(|job| job.correct.is_none()) {
            let parcels = self.parcels.get_untracked();
            OrderDraft::change(job.id.as_str(), |draft| draft.parcels = parcels);
        }
    }

    /// The sheet, drawn while it is open.
    pub fn sheet(self) -> AnyView {
        let desk = self.desk;
        live(move || {
            let Some(job) = self.job.get().filter(|_| self.open.get()) else { return ().into_any() };
            let text = &desk.text().ship;
            let title = match (&job.correct, job.pickup) {
                (Some(_), _) => text.correct_title,
                (None, true) => text.pickup_title,
                (None, false) => text.title,
            };
            let close = Callback::new(move |()| desk.app.close_sheet());
            let frame = Sheet { title, close_label: desk.text().common.close, close };
            sheet(frame, parcels::fields(self, &job), None)
        })
    }

    /// Finds what cannot be sent.
    fn check(self, parcels: &[TypedParcel]) {
        let Self { desk, flaws, .. } = self;
        flaws.clear_all();
        for (at, parcel) in parcels.iter().enumerate() {
            let [carrier_path, waybill_path] = paths(at);
            flaws.required(desk, &carrier_path, &carrier(parcel), MOST[0]);
            flaws.required(desk, &waybill_path, &parcel.waybill, MOST[1]);
            let twice = parcels[..at].iter().any(|other| other.waybill == parcel.waybill);
            if twice && !parcel.waybill.is_empty() {
                flaws.set(waybill_path, desk.text().ship.twice);
            }
        }
    }

    /// Sends what is typed.
    pub fn send(self) {
        let typed = self.parcels.get_untracked();
        let Some(job) = self.job.get_untracked() else { return };
        self.wrong.set(None);
        self.check(&typed);
        if self.flaws.any() {
            return show_first_flaw();
        }
        self.busy.set(true);
        let parcels: Vec<Parcel> = typed
            .iter()
            .map(|parcel| Parcel { carrier: carrier(parcel), waybill: parcel.waybill.trim().to_owned() })
            .collect();
        let (asked, own) = (job.clone(), parcels.clone());
        let call = move || {
            let (job, parcels) = (asked.clone(), own.clone());
            async move {
                match &job.correct {
                    Some(shipment) => orders::correct(&job.id, job.version, shipment, &parcels[0]).await,
                    None => orders::ship(&job.id, job.version, &parcels).await,
                }
            }
        };
        self.desk.ask(call, move |answer| {
            self.busy.set(false);
            match answer {
                Ok(order) => self.done(&job, &parcels, order),
                Err(error) => self.failed(&job, &parcels, &error),
            }
        });
    }

    fn done(self, job: &Job, parcels: &[Parcel], order: DeskOrder) {
        let text = &self.desk.text().ship;
        if job.correct.is_none() {
            OrderDraft::change(job.id.as_str(), |draft| draft.parcels.clear());
        }
        if let Some(last) = parcels.last().filter(|_| !job.pickup) {
            selling::keep_carrier(&last.carrier);
        }
        self.tell.run(Some(order));
        self.close(job);
        self.desk.say(match &job.correct {
            Some(_) => text.corrected,
            None if parcels.is_empty() => text.pickup_done,
            None => text.done,
        });
    }

    fn failed(self, job: &Job, parcels: &[Parcel], error: &ApiError) {
        let text = &self.desk.text().order;
        if let Some(current) = changed(error) {
            // An answer was lost, and it was ours: the parcels are all there.
            let sent = |parcel: &Parcel| {
                current
                    .shipments
                    .iter()
                    .any(|own| own.carrier == parcel.carrier && own.waybill == parcel.waybill)
            };
            let ours = match parcels.is_empty() {
                true => current.seen.status == Status::Shipped,
                false => parcels.iter().all(sent),
            };
            if ours {
                return self.done(job, parcels, current);
            }
            let possible = job.correct.is_some() || current.allows(Action::Ship);
            self.job.update(|job| {
                if let Some(job) = job {
                    job.version = current.version;
                }
            });
            self.tell.run(Some(current));
            if possible {
                return self.wrong.set(Some(text.changed_kept.to_owned()));
            }
            self.close(job);
            return self.desk.say(text.changed);
        }
        if refused(error, "not_allowed") {
            self.tell.run(None);
            self.close(job);
            return self.desk.say(text.not_now);
        }
        let known: Vec<String> = (0..parcels.len()).flat_map(paths).collect();
        if self.take_flaws(error, &known) {
            return show_first_flaw();
        }
        self.wrong.set(Some(words(self.desk, error).0));
    }

    /// The server's paths are `parcels[0].carrier`, of a correction `carrier` alone.
    fn take_flaws(self, error: &ApiError, known: &[String]) -> bool {
        let ApiError::Refused(problem) = error else { return false };
        let mut taken = false;
        for fault in problem.fields() {
            let path = match fault.path.as_str() {
                "carrier" | "waybill" => format!("parcels[0].{}", fault.path),
                path => path.to_owned(),
            };
            if known.contains(&path) {
                self.flaws.set(path, self.desk.text().flaw.wrong);
                taken = true;
            }
        }
        taken
    }

    /// Closes the sheet, unless the seller has closed it or gone on to another order.
    fn close(self, job: &Job) {
        let same = self.job.try_with_untracked(|own| own.as_ref().is_some_and(|own| own.id == job.id));
        if same == Some(true) && self.open.try_get_untracked() == Some(true) {
            self.desk.app.close_sheet();
        }
    }
}

/// The fields of one parcel: its carrier and its waybill.
pub fn paths(at: usize) -> [String; 2] {
    [format!("parcels[{at}].carrier"), format!("parcels[{at}].waybill")]
}
