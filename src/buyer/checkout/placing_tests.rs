use super::{Next, Placing, Stage};
use crate::api::problem::judge;
use crate::api::{ApiError, Placed};
use crate::device::Attempt;
use crate::json::Json;
use minishop_core::OrderKey;

const ORDER: &str = r#"{"token":"0123456789abcdefghijklmnopqrstuvwxyzABCDEFG","order":{"code":"261122-7F3K",
"status":"to_pay","actions":["send_proof","cancel"],"shop":{"number":"123456","name":"S","logo":null,"theme":null,
"contacts":[],"currency":"CNY","locale":"zh"},"lines":[],"goods_total":{"minor":1,"currency":"CNY"},
"delivery_fee":{"minor":0,"currency":"CNY"},"total":{"minor":1,"currency":"CNY"},"contact":{"name":"n","phone":"12345"},
"address":null,"delivery":{"kind":"pickup","title":"d","note":""},"payment":{"kind":"transfer","title":"p","text":"",
"qr":null},"note":"","proofs":[],"shipments":[],"events":[{"at":"2026-11-22T10:00:00Z","actor":"buyer","action":"place",
"status":"to_pay"}],"placed_at":"2026-11-22T10:00:00Z","expires_at":"2026-11-22T10:30:00Z"}}"#;

fn attempt(earlier: &[&str]) -> Attempt {
    let key = OrderKey::parse("0123456789abcdef0123456789abcdef").unwrap();
    Attempt {
        key,
        body: "body".into(),
        at: 0,
        earlier: earlier.iter().map(|body| (*body).to_owned()).collect(),
        open: true,
    }
}

fn order() -> Result<Placed, ApiError> {
    Ok(Placed::read(&Json::parse(ORDER).unwrap()).unwrap())
}

fn no(status: u16, code: &str) -> Result<Placed, ApiError> {
    Err(judge(status, &format!(r#"{{"code":"{code}"}}"#), None).unwrap_err())
}

fn silence() -> Result<Placed, ApiError> {
    Err(ApiError::Offline)
}

fn body(placing: &Placing) -> String {
    placing.request().unwrap().1
}

#[test]
fn every_first_answer_leads_to_its_stage() {
    type Expected = fn(&Stage) -> bool;
    let table: [(Result<Placed, ApiError>, Expected, Next); 14] = [
        (order(), |stage| matches!(stage, Stage::Placed(_)), Next::Stop),
        (silence(), |stage| *stage == Stage::Checking, Next::Send { after: 1000 }),
        (Err(ApiError::Slow), |stage| *stage == Stage::Checking, Next::Send { after: 1000 }),
        (
            Err(ApiError::Broken("byte 0".into())),
            |stage| *stage == Stage::Checking,
            Next::Send { after: 1000 },
        ),
        (no(500, "internal"), |stage| *stage == Stage::Checking, Next::Send { after: 1000 }),
        (no(502, ""), |stage| *stage == Stage::Checking, Next::Send { after: 1000 }),
        (no(503, "busy"), |stage| *stage == Stage::Checking, Next::Send { after: 2000 }),
        (no(429, "too_many_requests"), |stage| *stage == Stage::Checking, Next::Send { after: 2000 }),
        (no(409, "price_changed"), |stage| *stage == Stage::Changed, Next::Stop),
        (no(409, "sold_out"), |stage| *stage == Stage::Changed, Next::Stop),
        (no(422, "key_reused"), |stage| *stage == Stage::Already, Next::Stop),
        (no(404, "unknown_shop"), |stage| *stage == Stage::Gone, Next::Stop),
        (no(400, "invalid_field"), |stage| matches!(stage, Stage::Refused(_)), Next::Stop),
        (no(413, "too_large"), |stage| matches!(stage, Stage::Refused(_)), Next::Stop),
    ];
    for (answer, expected, next) in table {
        let mut placing = Placing::start(&attempt(&[]));
        assert_eq!(placing.stage(), &Stage::Sending);
        assert_eq!(body(&placing), "body");
        let said = format!("{answer:?}");
        assert_eq!(placing.answered(answer), next, "{said}");
        assert!(expected(placing.stage()), "{said}");
        assert_eq!(placing.request().is_some(), next != Next::Stop, "{said}");
    }
}

#[test]
fn silence_is_asked_again_with_the_same_request_at_growing_pauses() {
    let mut placing = Placing::start(&attempt(&[]));
    let first = placing.request();
    for seconds in [1, 2, 4, 8, 16, 30, 30, 30] {
        assert_eq!(placing.answered(silence()), Next::Send { after: seconds * 1000 });
        assert_eq!(placing.request(), first);
    }
    assert!(placing.is_tedious());
    assert_eq!(placing.answered(order()), Next::Stop);
    assert!(!placing.is_tedious() && !placing.under_way());
}

#[test]
fn a_server_that_names_its_pause_is_obeyed_when_it_is_longer() {
    let mut placing = Placing::start(&attempt(&[]));
    let limited = |seconds| Err(ApiError::Limited { seconds });
    assert_eq!(placing.answered(limited(20)), Next::Send { after: 20_000 });
    assert_eq!(placing.answered(limited(1)), Next::Send { after: 2000 });
}

#[test]
fn an_attempt_found_on_the_device_is_checked_at_once() {
    let placing = Placing::resume(&attempt(&[]));
    assert_eq!(placing.stage(), &Stage::Checking);
    assert!(placing.request().is_some() && !placing.is_tedious());
    assert_eq!(Placing::idle().request(), None);
}

#[test]
fn a_key_of_another_body_is_asked_with_the_bodies_sent_before() {
    let mut placing = Placing::start(&attempt(&["oldest", "older"]));
    assert_eq!(placing.answered(no(422, "key_reused")), Next::Send { after: 0 });
    assert_eq!(body(&placing), "older");
    assert_eq!(placing.answered(silence()), Next::Send { after: 1000 });
    assert_eq!(body(&placing), "older");
    assert_eq!(placing.answered(no(422, "key_reused")), Next::Send { after: 0 });
    assert_eq!(body(&placing), "oldest");
    // Another tab saved its own body under the key meanwhile; those ruled out are not asked for again.
    let mut told = placing.clone();
    told.learn(&Attempt { body: "theirs".into(), ..attempt(&["body", "older", "oldest"]) });
    assert_eq!(told.answered(no(422, "key_reused")), Next::Send { after: 0 });
    assert_eq!(body(&told), "theirs");
    assert_eq!(told.answered(no(422, "key_reused")), Next::Stop);
    let other_key = OrderKey::parse("another-key-of-22-chars").unwrap();
    let mut deaf = placing.clone();
    deaf.learn(&Attempt { key: other_key, body: "theirs".into(), ..attempt(&[]) });
    assert_eq!(deaf, placing);
    let mut found = placing.clone();
    assert_eq!(found.answered(order()), Next::Stop);
    assert!(matches!(found.stage(), Stage::Placed(_)));
    assert_eq!(placing.answered(no(422, "key_reused")), Next::Stop);
    assert_eq!(placing.stage(), &Stage::Already);
}
