//! The network between a phone and the server: passes everything on, until it is told to misbehave.

use std::cell::{Cell, RefCell};
use std::io;
use std::rc::Rc;
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio::task::spawn_local;

/// What becomes of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The server hears it and answers; the answer never arrives.
    AnswerLost,
    /// It reaches nobody, and nobody says anything until [`Proxy::heal`].
    Silence,
    /// The connection ends at once.
    HungUp,
    /// Somebody else answers with these bytes, head and all.
    Answer(String),
}

struct Rule {
    method: &'static str,
    part: String,
    fault: Fault,
    times: u32,
}

struct Network {
    server: String,
    rules: RefCell<Vec<Rule>>,
    /// `POST /api/… 201`, in the order in which the answers came.
    answers: RefCell<Vec<String>>,
    lost: Cell<u32>,
    healed: Notify,
    cut: Notify,
}

/// A way to the server at an address of its own.
pub struct Proxy {
    /// `http://127.0.0.1:port`.
    pub url: String,
    network: Rc<Network>,
}

impl Fault {
    /// An answer with that status line, type and body, complete and well-formed as HTTP.
    pub fn answer(status: &str, kind: &str, body: &str) -> Self {
        Self::Answer(format!(
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            body.len()
        ))
    }
}

impl Proxy {
    /// A good network in front of the server at that address.
    pub async fn before(server: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("its address"));
        let network = Rc::new(Network {
            server: server.trim_start_matches("http://").to_owned(),
            rules: RefCell::default(),
            answers: RefCell::default(),
            lost: Cell::new(0),
            healed: Notify::new(),
            cut: Notify::new(),
        });
        let own = Rc::clone(&network);
        spawn_local(async move {
            while let Ok((phone, _)) = listener.accept().await {
                let own = Rc::clone(&own);
                // A phone or a server that goes away in the middle is part of the game.
                spawn_local(async move { _ = own.carry(phone).await });
            }
        });
        Self { url, network }
    }

    /// From now on, requests of that method with `part` in their path suffer this, so many times.
    pub fn misbehave(&self, method: &'static str, part: &str, fault: Fault, times: u32) {
        self.network.rules.borrow_mut().push(Rule { method, part: part.to_owned(), fault, times });
    }

    /// The network is well again; whoever waits in silence is hung up on.
    pub fn heal(&self) {
        self.network.rules.borrow_mut().clear();
        self.network.healed.notify_waiters();
    }

    /// Ends every connection on which an answer is under way.
    pub fn cut(&self) {
        self.network.cut.notify_waiters();
    }

    /// Waits until so many answers were lost on the way.
    pub async fn has_lost(&self, answers: u32) {
        let began = Instant::now();
        while self.network.lost.get() < answers {
            assert!(began.elapsed() < Duration::from_secs(15), "no answer was lost: {:?}", self.answers());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Waits until so many answers of the server look like this.
    pub async fn has_answered(&self, method: &str, part: &str, times: usize) {
        let began = Instant::now();
        while self.count(method, part, "200") < times {
            assert!(began.elapsed() < Duration::from_secs(15), "fewer than {times}: {:?}", self.answers());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Every answer of the server so far, `POST /api/… 201`.
    pub fn answers(&self) -> Vec<String> {
        self.network.answers.borrow().clone()
    }

    /// How many answers of the server look like this: a method, a part of the path, and a status that may be empty.
    pub fn count(&self, method: &str, part: &str, status: &str) -> usize {
        let fits = |answer: &&String| {
            answer.starts_with(method) && answer.contains(part) && answer.ends_with(status)
        };
        self.network.answers.borrow().iter().filter(fits).count()
    }
}

impl Network {
    /// One request and its answer; the connection ends with it, so that every request is seen.
    async fn carry(&self, mut phone: TcpStream) -> io::Result<()> {
        let Some(request) = Request::read(&mut phone).await? else { return Ok(()) };
        match self.fault(&request) {
            Some(Fault::HungUp) => return Ok(()),
            Some(Fault::Silence) => {
                self.healed.notified().await;
                return Ok(());
            }
            Some(Fault::Answer(bytes)) => return phone.write_all(bytes.as_bytes()).await,
            Some(Fault::AnswerLost) => {
                let mut answer = Vec::new();
                self.ask(&request).await?.read_to_end(&mut answer).await?;
                self.note(&request, &answer);
                self.lost.set(self.lost.get() + 1);
                return Ok(());
            }
            None => {}
        }
        let mut server = self.ask(&request).await?;
        let mut part = vec![0; 64 * 1024];
        let mut first = true;
        loop {
            let length = tokio::select! {
                length = server.read(&mut part) => length?,
                () = self.cut.notified() => return Ok(()),
            };
            if length == 0 {
                return phone.shutdown().await;
            }
            if first {
                self.note(&request, &part[..length]);
                first = false;
            }
            phone.write_all(&part[..length]).await?;
        }
    }

    async fn ask(&self, request: &Request) -> io::Result<TcpStream> {
        let mut server = TcpStream::connect(&self.server).await?;
        server.write_all(&request.bytes).await?;
        Ok(server)
    }

    fn fault(&self, request: &Request) -> Option<Fault> {
        let mut rules = self.rules.borrow_mut();
        let fits = |rule: &&mut Rule| {
            rule.times > 0 && rule.method == request.method && request.path.contains(&rule.part)
        };
        let rule = rules.iter_mut().find(fits)?;
        rule.times -= 1;
        Some(rule.fault.clone())
    }

    fn note(&self, request: &Request, answer: &[u8]) {
        let status: String =
            answer.iter().skip("HTTP/1.1 ".len()).take(3).map(|byte| char::from(*byte)).collect();
        self.answers.borrow_mut().push(format!("{} {} {status}", request.method, request.path));
    }
}

struct Request {
    method: String,
    path: String,
    /// The whole request; it asks for the connection to end with the answer.
    bytes: Vec<u8>,
}

impl Request {
    /// Reads one; `None` when the phone opened a connection for nothing.
    async fn read(phone: &mut TcpStream) -> io::Result<Option<Self>> {
        let mut bytes = Vec::new();
        let end = loop {
            if let Some(at) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
                break at;
            }
            if phone.read_buf(&mut bytes).await? == 0 {
                return Ok(None);
            }
        };
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let mut lines = head.split("\r\n");
        let mut first = lines.next().unwrap_or_default().split(' ');
        let mut next = || first.next().unwrap_or_default().to_owned();
        let (method, path) = (next(), next());
        let mut kept = format!("{method} {path} HTTP/1.1\r\nConnection: close\r\n");
        let mut length = 0;
        for line in lines {
            let (name, value) = line.split_once(':').unwrap_or((line, ""));
            if name.eq_ignore_ascii_case("content-length") {
                length = value.trim().parse().unwrap_or(0);
            }
            if !name.eq_ignore_ascii_case("connection") {
                kept.push_str(line);
                kept.push_str("\r\n");
            }
        }
        kept.push_str("\r\n");
        let mut body = bytes.split_off(end + 4);
        while body.len() < length {
            if phone.read_buf(&mut body).await? == 0 {
                return Ok(None);
            }
        }
        Ok(Some(Self { method, path, bytes: [kept.into_bytes(), body].concat() }))
    }
}
