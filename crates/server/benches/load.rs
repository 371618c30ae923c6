//! `make bench`: orders and reads per second through HTTP, as ratios within the same run.
//!
//! The server runs as people run it (SQLite, `synchronous=FULL`); the only thing that differs between the two
//! order figures is how many orders one commit may hold. The two are measured in turn, so that a machine that
//! grows faster or slower meanwhile touches both alike.

#[path = "../tests/common/mod.rs"]
mod common;

use common::{Server, catalogue, import};
use serde_json::Value;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// Buyers at once.
const CLIENTS: usize = 64;
/// Measured rounds of each kind.
const ROUNDS: usize = 3;
/// How long one measurement takes.
const ROUND: Duration = Duration::from_secs(4);
/// What the shared commit has to be worth.
const WANTED: u64 = 10;

/// One kept-alive HTTP/1.1 connection that costs next to nothing, so that the server is what is measured.
struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Connection {
    async fn open(url: &str) -> Self {
        let address = url.strip_prefix("http://").expect("http");
        let stream = TcpStream::connect(address).await.expect("the server listens");
        stream.set_nodelay(true).expect("a TCP option");
        Self { stream, buffer: vec![0; 256 * 1024] }
    }

    /// Sends the request and reads the whole answer: its status.
    async fn ask(&mut self, request: &[u8]) -> u16 {
        self.stream.write_all(request).await.expect("the server reads");
        let mut filled = 0;
        loop {
            let read = self.stream.read(&mut self.buffer[filled..]).await.expect("the server answers");
            assert!(read > 0, "the server closed the connection");
            filled += read;
            let head = self.buffer[..filled].windows(4).position(|four| four == b"\r\n\r\n");
            let Some(head) = head else { continue };
            let text = std::str::from_utf8(&self.buffer[..head]).expect("ASCII");
            let length = text.to_ascii_lowercase();
            let length = length.split("content-length: ").nth(1).expect("a length");
            let length: usize =
                length.split("\r\n").next().and_then(|digits| digits.parse().ok()).expect("a length");
            if filled >= head + 4 + length {
                return text[9..12].parse().expect("a status");
            }
        }
    }
}

/// Answers of that status in a second, and the time within which 99 of 100 came.
async fn measure(
    server: &Arc<Server>,
    status: u16,
    request: impl Fn(u64) -> Vec<u8> + Send + Sync + 'static,
) -> (u64, Duration) {
    let request = Arc::new(request);
    let number = Arc::new(AtomicU64::new(0));
    let start = Instant::now();
    let clients: Vec<_> = (0..CLIENTS)
        .map(|_| {
            let (server, request, number) = (server.clone(), request.clone(), number.clone());
            tokio::spawn(async move {
                let mut connection = Connection::open(&server.url).await;
                let mut times = Vec::new();
                while start.elapsed() < ROUND {
                    let bytes = request(number.fetch_add(1, Ordering::Relaxed));
                    let sent = Instant::now();
                    assert_eq!(connection.ask(&bytes).await, status);
                    times.push(sent.elapsed());
                }
                times
            })
        })
        .collect();
    let mut times = Vec::new();
    for client in clients {
        times.extend(client.await.expect("a client ends well"));
    }
    let seconds = start.elapsed();
    times.sort_unstable();
    let per_second = times.len() as u128 * 1000 / seconds.as_millis();
    (per_second as u64, times[times.len() * 99 / 100])
}

async fn orders(server: &Arc<Server>, body: &Value, round: usize) -> (u64, Duration) {
    let (path, body) = (format!("/api/v1/shops/{}/orders", server.shop), body.to_string());
    measure(server, 201, move |number| {
        let length = body.len();
        format!(
            "POST {path} HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\
             Idempotency-Key: bench-{round:0>6}-{number:0>12}\r\n\r\n{body}"
        )
        .into_bytes()
    })
    .await
}

async fn start(max_batch: &str) -> (Arc<Server>, Value) {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let mut goods = catalogue();
    goods["goods"][2]["variants"][0]["stock"] = 1_000_000.into();
    import(dir.path(), &goods).await;
    let server = Server::on(dir, &["--max-batch", max_batch]).await;
    let pot = server.sku("Tea Pot", &[]).await;
    let body = server.order(&[(&pot, 1)], 9600).await;
    (Arc::new(server), body)
}

/// Milliseconds of processor time the server has used.
fn processor(server: &Server) -> u64 {
    let stat = std::fs::read_to_string(format!("/proc/{}/stat", server.pid())).unwrap_or_default();
    let fields = stat.rsplit(") ").next().unwrap_or_default();
    // utime and stime, the 14th and 15th field, in ticks of 10 ms.
    fields.split(' ').skip(11).take(2).filter_map(|ticks| ticks.parse::<u64>().ok()).sum::<u64>() * 10
}

fn memory(server: &Server) -> String {
    let status = std::fs::read_to_string(format!("/proc/{}/status", server.pid())).unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:"));
    line.map_or("unknown".to_owned(), |line| line["VmRSS:".len()..].trim().to_owned())
}

#[tokio::main]
async fn main() {
    let (together, body) = start("256").await;
    let (alone, body_alone) = start("1").await;
    println!("{CLIENTS} clients, {ROUNDS} rounds of {} s each, in turn\n", ROUND.as_secs());
    println!("{:<44}{:>10}{:>12}", "", "a second", "p99");
    let mut ratios = Vec::new();
    for round in 0..ROUNDS {
        let before = processor(&together);
        let (many, within) = orders(&together, &body, round).await;
        println!("{:<44}{many:>10}{:>12}", "orders, committed together", format!("{within:.1?}"));
        let each = (processor(&together) - before) * 1000 / (many * ROUND.as_secs()).max(1);
        println!("{:<44}{:>10}", "  processor time of the server for each", format!("{each} µs"));
        let (few, within) = orders(&alone, &body_alone, round).await;
        println!("{:<44}{few:>10}{:>12}", "orders, one a commit", format!("{within:.1?}"));
        ratios.push(many * 10 / few.max(1));
    }
    ratios.sort_unstable();
    let ratio = ratios[ROUNDS / 2];
    println!(
        "{:<44}{:>9}×   wanted: {WANTED}×",
        "together / one a commit, median",
        format!("{}.{}", ratio / 10, ratio % 10)
    );
    let path = format!("/api/v1/shops/{}", together.shop);
    for _ in 0..ROUNDS {
        let request = format!("GET {path} HTTP/1.1\r\nHost: bench\r\n\r\n").into_bytes();
        let (reads, within) = measure(&together, 200, move |_| request.clone()).await;
        println!("{:<44}{reads:>10}{:>12}", "shop pages read", format!("{within:.1?}"));
    }
    println!("{:<44}{:>10}", "memory after all that", memory(&together));
    assert!(ratio >= WANTED * 10, "committing together is not worth {WANTED}×");
}
