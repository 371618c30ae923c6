//! An address of the seller's own that hears what the server tells of orders.

use hmac::{Hmac, KeyInit, Mac};
use serde_json::Value;
use sha2::Sha256;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::io;
use std::rc::Rc;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::task::spawn_local;

/// How long a delivery may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// What arrived.
pub struct Letter {
    /// The header `Minishop-Signature`.
    signature: String,
    body: String,
}

/// The address; it answers with 200 unless told otherwise.
pub struct Receiver {
    /// `http://127.0.0.1:port/hook`.
    pub url: String,
    answers: Rc<RefCell<VecDeque<u16>>>,
    letters: UnboundedReceiver<Letter>,
}

impl Letter {
    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).expect("JSON")
    }

    /// Whether it was signed with that secret: `t=SECONDS,v1=HEX`, over `SECONDS.BODY`.
    pub fn is_signed_with(&self, secret: &str) -> bool {
        let (time, sign) = self.signature.split_once(",v1=").expect("two parts");
        let time = time.strip_prefix("t=").expect("a time");
        let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("any length");
        mac.update(format!("{time}.{}", self.body).as_bytes());
        let own: String = mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
        own == sign
    }
}

impl Receiver {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}/hook", listener.local_addr().expect("its address"));
        let (heard, letters) = unbounded_channel();
        let answers = Rc::new(RefCell::new(VecDeque::new()));
        let own = Rc::clone(&answers);
        spawn_local(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let status = own.borrow_mut().pop_front().unwrap_or(200);
                // A server that ends in the middle is part of a journey.
                _ = hear(stream, status, &heard).await;
            }
        });
        Self { url, answers, letters }
    }

    /// Answers the next delivery so.
    pub fn answer_next(&self, status: u16) {
        self.answers.borrow_mut().push_back(status);
    }

    /// The next delivery.
    pub async fn next(&mut self) -> Letter {
        let letter = tokio::time::timeout(PATIENCE, self.letters.recv()).await;
        letter.expect("a delivery in time").expect("the receiver runs")
    }
}

async fn hear(mut stream: TcpStream, status: u16, heard: &UnboundedSender<Letter>) -> io::Result<()> {
    let mut bytes = Vec::new();
    let letter = loop {
        if stream.read_buf(&mut bytes).await? == 0 {
            return Ok(());
        }
        let text = String::from_utf8_lossy(&bytes);
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let header = |name: &str| {
            let mut lines = head.lines().filter_map(|line| line.split_once(": "));
            lines.find(|(own, _)| own.eq_ignore_ascii_case(name)).map(|(_, value)| value.to_owned())
        };
        let length = header("Content-Length").and_then(|length| length.parse().ok()).unwrap_or(0);
        if body.len() >= length {
            let signature = header("Minishop-Signature").unwrap_or_default();
            break Letter { signature, body: body.to_owned() };
        }
    };
    let answer = format!("HTTP/1.1 {status} So\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{{}}");
    stream.write_all(answer.as_bytes()).await?;
    _ = heard.send(letter);
    Ok(())
}
