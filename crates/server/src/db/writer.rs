//! The one writer: jobs queue up while a commit waits for the disk, and the next commit takes them all.
//!
//! Each job runs inside its own savepoint, so a refused one leaves nothing behind and spoils no other. Nobody gets an
//! answer before the COMMIT that holds their work has reached the disk (`synchronous=FULL`).

use crate::error::Failure;
use futures_util::future::BoxFuture;
use sqlx::sqlite::SqliteConnection;
use tokio::sync::{mpsc, oneshot};

/// The connection a job works on.
pub type Conn = SqliteConnection;

/// Jobs that may wait at once; more are told that the server is busy.
const QUEUE: usize = 1024;

/// Tells the caller how the job went, once it is known whether the commit held.
type Reply = Box<dyn FnOnce(bool) + Send>;
/// A job returns whether its changes stay, and the reply.
type Job = Box<dyn for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, (bool, Reply)> + Send>;

enum Message {
    Run(Job),
    Close(oneshot::Sender<()>),
}

/// A handle to the writer; cheap to clone.
#[derive(Clone)]
pub struct Writer {
    queue: mpsc::Sender<Message>,
}

impl Writer {
    /// Takes the connection over and serves jobs until closed.
    pub fn start(conn: Conn, max_batch: usize) -> Self {
        let (queue, jobs) = mpsc::channel(QUEUE);
        tokio::spawn(serve(conn, jobs, max_batch.max(1)));
        Self { queue }
    }

    /// Runs the job in a transaction; `Ok` means that it is on the disk, `Err` that nothing of it is.
    pub async fn run<T, E, F>(&self, job: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Failure> + Send + 'static,
        F: for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, Result<T, E>> + Send + 'static,
    {
        let (answer, outcome) = oneshot::channel();
        let job: Job = Box::new(move |conn| {
            Box::pin(async move {
                let result = job(conn).await;
                let keep = result.is_ok();
                let reply: Reply = Box::new(move |committed| {
                    let result = if keep && !committed { Err(Failure::CommitFailed.into()) } else { result };
                    // The caller may have gone; the work stands all the same.
                    let _ = answer.send(result);
                });
                (keep, reply)
            })
        });
        self.queue.try_send(Message::Run(job)).map_err(|_| Failure::Busy)?;
        outcome.await.map_err(|_| Failure::Busy)?
    }

    /// Lets the queue run dry and waits for it.
    pub async fn close(&self) {
        let (done, closed) = oneshot::channel();
        if self.queue.send(Message::Close(done)).await.is_ok() {
            let _ = closed.await;
        }
    }
}

async fn serve(mut conn: Conn, mut jobs: mpsc::Receiver<Message>, max_batch: usize) {
    while let Some(message) = jobs.recv().await {
        let mut next = Some(message);
        let mut batch = Vec::new();
        let mut closing = None;
        while let Some(message) = next.take() {
            match message {
                Message::Run(job) => batch.push(job),
                Message::Close(done) => closing = Some(done),
            }
            if batch.len() < max_batch && closing.is_none() {
                next = jobs.try_recv().ok();
            }
        }
        if !batch.is_empty() {
            commit(&mut conn, batch).await;
        }
        if let Some(done) = closing {
            jobs.close();
            let _ = done.send(());
        }
    }
}

/// One transaction for the whole batch, then every reply.
async fn commit(conn: &mut Conn, batch: Vec<Job>) {
    metrics::histogram!("minishop_writer_batch").record(batch.len() as u32);
    let mut replies = Vec::with_capacity(batch.len());
    let committed = match transaction(conn, batch, &mut replies).await {
        Ok(()) => true,
        Err(error) => {
            tracing::error!(%error, "the writer's transaction failed");
            // After a failed COMMIT the transaction may or may not be open; either way none may stay open.
            let _ = sqlx::query("ROLLBACK").execute(&mut *conn).await;
            false
        }
    };
    for reply in replies {
        reply(committed);
    }
}

async fn transaction(conn: &mut Conn, batch: Vec<Job>, replies: &mut Vec<Reply>) -> Result<(), sqlx::Error> {
    sqlx::query("BEGIN IMMEDIATE").execute(&mut *conn).await?;
    for job in batch {
        sqlx::query("SAVEPOINT job").execute(&mut *conn).await?;
        let (keep, reply) = job(conn).await;
        replies.push(reply);
        if !keep {
            sqlx::query("ROLLBACK TO SAVEPOINT job").execute(&mut *conn).await?;
        }
        sqlx::query("RELEASE SAVEPOINT job").execute(&mut *conn).await?;
    }
    sqlx::query("COMMIT").execute(&mut *conn).await?;
    Ok(())
}
