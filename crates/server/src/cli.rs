//! The command line; every setting of `serve` can also come from the environment.

use crate::desk::webhook;
use clap::{Args, Parser, Subcommand};
use std::net::SocketAddr;
use std::path::PathBuf;

/// The shop that lives inside a chat.
#[derive(Debug, Parser)]
#[command(name = "minishop", version, about)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the storefront and the API until stopped.
    Serve(Serve),
    /// Make the demo shop if there is no shop yet, and say its number.
    Demo(Demo),
    /// Bring goods in from a Shopify-format CSV or from goods.json with its photos; again updates, never doubles.
    Import(Import),
    /// Look after the shops on this server.
    Shop {
        #[command(subcommand)]
        command: Shop,
    },
    /// Look after the sellers, each of whom has one shop.
    Seller {
        #[command(subcommand)]
        command: Seller,
    },
}

/// Where the database and the pictures are.
#[derive(Debug, Clone, Args)]
pub struct Data {
    /// Folder of the database and the pictures; made if missing.
    #[arg(long = "data", env = "MINISHOP_DATA", default_value = "data", value_name = "DIR")]
    pub dir: PathBuf,
}

#[derive(Debug, Clone, Args)]
pub struct Serve {
    #[command(flatten)]
    pub data: Data,
    /// Address and port to listen on; port 0 takes a free one.
    #[arg(long, env = "MINISHOP_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// The address people open, such as https://shop.example; used in links, cards and codes.
    #[arg(long, env = "MINISHOP_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<String>,
    /// Believe the last address in X-Forwarded-For: only behind a proxy of your own.
    #[arg(long, env = "MINISHOP_TRUST_PROXY")]
    pub trust_proxy: bool,
    /// Connections open at once at most; more wait in line.
    #[arg(long, env = "MINISHOP_MAX_CONNECTIONS", default_value_t = 2048)]
    pub max_connections: usize,
    /// Orders one commit may hold at most; 1 is one commit per order.
    #[arg(long, env = "MINISHOP_MAX_BATCH", default_value_t = 256)]
    pub max_batch: usize,
    /// Seconds between two looks for orders whose time to pay is over.
    #[arg(long, env = "MINISHOP_SWEEP_SECONDS", default_value_t = 15)]
    pub sweep_seconds: u64,
    /// Let webhooks go to plain http and to this machine and its own network: for trying things out alone.
    #[arg(long, env = "MINISHOP_ALLOW_LOCAL_WEBHOOKS")]
    pub allow_local_webhooks: bool,
    /// Milliseconds between the tries of one webhook delivery.
    #[arg(long, hide = true, value_delimiter = ',', default_value = webhook::WAITS)]
    pub webhook_backoff_ms: Vec<u64>,
    /// Write the log as JSON, one object a line.
    #[arg(long, env = "MINISHOP_LOG_JSON")]
    pub log_json: bool,
}

#[derive(Debug, Clone, Args)]
pub struct Demo {
    #[command(flatten)]
    pub data: Data,
    /// Language of the demo shop's goods: en or zh.
    #[arg(long, env = "MINISHOP_DEMO_LOCALE", default_value = "en", value_parser = ["en", "zh"])]
    pub locale: String,
}

#[derive(Debug, Clone, Args)]
pub struct Import {
    /// A .csv in Shopify's product format, or a goods.json with its photos beside it.
    pub file: PathBuf,
    #[command(flatten)]
    pub data: Data,
    /// The shop that gets the goods; may be left out when there is only one, or none yet (one is then made).
    #[arg(long, value_name = "NUMBER")]
    pub shop: Option<String>,
    /// Name of the shop that is made when there is none.
    #[arg(long, default_value = "My shop")]
    pub name: String,
    /// Currency of the shop that is made when there is none.
    #[arg(long, default_value = "USD")]
    pub currency: String,
    /// Language of the shop that is made when there is none: en or zh.
    #[arg(long, default_value = "en", value_parser = ["en", "zh"])]
    pub locale: String,
}

#[derive(Debug, Clone, Subcommand)]
pub enum Shop {
    /// One line per shop: number, open or closed, currency, goods, name.
    List {
        #[command(flatten)]
        data: Data,
    },
    /// Make an empty shop and say its number.
    Create {
        #[command(flatten)]
        data: Data,
        #[arg(long)]
        name: String,
        /// ISO 4217 code, such as CNY.
        #[arg(long)]
        currency: String,
        /// en or zh.
        #[arg(long, default_value = "en", value_parser = ["en", "zh"])]
        locale: String,
    },
    /// Open a shop to buyers, or close it: its number then answers like an unknown one.
    Open {
        number: String,
        #[command(flatten)]
        data: Data,
    },
    /// The opposite of open.
    Close {
        number: String,
        #[command(flatten)]
        data: Data,
    },
}

#[derive(Debug, Clone, Subcommand)]
pub enum Seller {
    /// Give a shop that was made here to a new seller; prints the recovery code that sets the password.
    Add {
        /// A telephone number with its country code, or an e-mail address.
        login: String,
        /// The shop; may be left out when only one has no seller.
        #[arg(long, value_name = "NUMBER")]
        shop: Option<String>,
        #[command(flatten)]
        data: Data,
    },
    /// Print a new recovery code for a seller who lost password and code.
    Recover {
        login: String,
        #[command(flatten)]
        data: Data,
    },
}
