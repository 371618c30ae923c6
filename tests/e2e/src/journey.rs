//! One journey: everything it needs, and what is looked at when it ends.

use crate::browser::{Model, Phone};
use crate::buyer::Buyer;
use crate::desk::Desk;
use crate::server::Server;
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Duration;
use tokio::runtime::Builder;
use tokio::task::{LocalSet, spawn_local};

/// Longer than any journey should take on a slow machine.
const LONGEST: Duration = Duration::from_secs(150);

/// Where a journey takes place. Phones made here are looked through at its end: what their consoles say, and no journey
/// announced, fails it.
#[derive(Default)]
pub struct World {
    phones: RefCell<Vec<Rc<Phone>>>,
}

impl World {
    /// A buyer with a phone in English, who knows this server by its address.
    pub async fn buyer(&self, server: &Server) -> Buyer {
        self.buyer_at(&server.url, &server.shop, Model::ENGLISH).await
    }

    /// A seller at the desk with a phone in English.
    pub async fn desk(&self, server: &Server) -> Desk {
        self.desk_at(&server.url, Model::ENGLISH).await
    }

    /// A seller at the desk with a phone of that model, who reaches the server at that address.
    pub async fn desk_at(&self, url: &str, model: Model) -> Desk {
        let desk = Desk(self.buyer_at(url, "", model).await);
        // Asking who is signed in, while nobody is.
        desk.expect_complaint("/api/v1/session");
        // The stream of events ends with its server.
        desk.expect_complaint("/api/v1/desk/events");
        desk
    }

    /// A buyer with a phone of that model, who reaches the shop at that address.
    pub async fn buyer_at(&self, url: &str, shop: &str, model: Model) -> Buyer {
        let phone = Rc::new(Phone::switch_on(model).await);
        self.phones.borrow_mut().push(Rc::clone(&phone));
        Buyer::with(phone, url, shop).await
    }
}

/// Walks the steps. When they fail, the screens are kept in `target/e2e/`.
pub fn journey<S: AsyncFnOnce(&World) + 'static>(steps: S) {
    let name = std::thread::current().name().unwrap_or("journey").replace("::", "-");
    let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
    LocalSet::new().block_on(&runtime, async move {
        let world = Rc::new(World::default());
        let own = Rc::clone(&world);
        let walk = spawn_local(async move { steps(&own).await });
        let abort = walk.abort_handle();
        let ended = tokio::time::timeout(LONGEST, walk).await;
        abort.abort();
        let phones = world.phones.take();
        let mut complaints = Vec::new();
        for phone in &phones {
            complaints.extend(phone.complaints().await);
        }
        let failed = !matches!(ended, Ok(Ok(()))) || !complaints.is_empty();
        for (at, phone) in phones.iter().enumerate() {
            if failed {
                keep(phone, &format!("{name}-{at}")).await;
            }
            phone.switch_off().await;
        }
        match ended {
            Err(_) => panic!(
                "the journey did not end within {} s; the consoles: {complaints:#?}",
                LONGEST.as_secs()
            ),
            Ok(Err(fault)) if fault.is_panic() => {
                if !complaints.is_empty() {
                    eprintln!("the consoles: {complaints:#?}");
                }
                std::panic::resume_unwind(fault.into_panic());
            }
            Ok(Err(fault)) => panic!("{fault}"),
            Ok(Ok(())) => assert!(complaints.is_empty(), "the console was not quiet: {complaints:#?}"),
        }
    });
}

async fn keep(phone: &Phone, name: &str) {
    let folder = evidence();
    let [picture, source] = ["png", "html"].map(|kind| folder.join(format!("{name}.{kind}")));
    phone.keep(&picture, &source).await;
    eprintln!("the screen is kept in {} and {}", shown(&picture), shown(&source));
}

fn shown(path: &Path) -> std::path::Display<'_> {
    path.display()
}

/// `target/e2e/`, made if missing.
pub(crate) fn evidence() -> PathBuf {
    let own = std::env::current_exe().expect("the test's own path");
    let folder = own.ancestors().nth(3).expect("a target folder").join("e2e");
    std::fs::create_dir_all(&folder).expect("a folder for what is seen");
    folder
}
