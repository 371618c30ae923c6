//! The status table, and who may be sent a parcel.

use minishop_core::order::STEPS;
use minishop_core::{Action, Actor, Fault, Recipient, Status, Wrong};

#[test]
fn words_come_back() {
    for status in Status::ALL {
        assert_eq!(Status::from_word(status.word()), Some(status));
    }
    assert_eq!(Status::from_word("paid"), None);
}

#[test]
fn a_step_stands_once() {
    for (at, step) in STEPS.iter().enumerate() {
        let same = |other: &&(Status, Actor, Action, Status)| {
            (other.0, other.1, other.2) == (step.0, step.1, step.2)
        };
        assert_eq!(STEPS[..at].iter().filter(same).count(), 0, "{step:?} stands twice");
    }
}

#[test]
fn what_a_buyer_may_do() {
    let table: [(Status, &[Action]); 7] = [
        (Status::New, &[Action::Cancel]),
        (Status::ToPay, &[Action::SendProof, Action::Cancel]),
        (Status::ToConfirm, &[Action::SendProof]),
        (Status::ToShip, &[]),
        (Status::Shipped, &[Action::Receive]),
        (Status::Done, &[]),
        (Status::Cancelled, &[]),
    ];
    for (status, actions) in table {
        assert_eq!(status.actions(Actor::Buyer).collect::<Vec<_>>(), actions, "{status:?}");
    }
}

#[test]
fn only_waiting_for_a_transfer_runs_out_of_time() {
    for status in Status::ALL {
        let after = status.after(Actor::Clock, Action::Expire);
        assert_eq!(after, (status == Status::ToPay).then_some(Status::Cancelled), "{status:?}");
    }
}

#[test]
fn nothing_leads_out_of_the_end() {
    for step in STEPS {
        if matches!(step.0, Status::Done | Status::Cancelled) {
            assert_eq!(step.0, step.3, "{step:?}");
        }
    }
}

#[test]
fn a_recipient_says_what_is_wrong() {
    let good = Recipient {
        name: "张三".into(),
        phone: "138 0013 8000".into(),
        city: "杭州市".into(),
        street: "文三路 1 号".into(),
        ..Recipient::default()
    };
    assert_eq!(good.faults(true), []);
    let fault = |field, wrong| vec![Fault { field, wrong }];
    let with = |change: fn(&mut Recipient)| {
        let mut changed = good.clone();
        change(&mut changed);
        changed.faults(true)
    };
    assert_eq!(with(|it| it.name = " ".into()), fault("name", Wrong::Empty));
    assert_eq!(with(|it| it.name = "x".repeat(81)), fault("name", Wrong::TooLong(80)));
    assert_eq!(with(|it| it.phone = "12".into()), fault("phone", Wrong::NotPhone));
    assert_eq!(with(|it| it.phone = "call me 13800138000".into()), fault("phone", Wrong::NotPhone));
    assert_eq!(with(|it| it.city.clear()), fault("city", Wrong::Empty));
    assert_eq!(with(|it| it.street = "x".repeat(301)), fault("street", Wrong::TooLong(300)));
    let pickup = Recipient { name: "Ann".into(), phone: "+1 (415) 555-0132".into(), ..Recipient::default() };
    assert_eq!(pickup.faults(false), []);
    assert_eq!(pickup.faults(true).len(), 2, "city and street");
}
