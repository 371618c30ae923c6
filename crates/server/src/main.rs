//! The reference backend of Minishop: `minishop serve` and the commands around it.

mod announce;
mod app;
mod catalogue;
mod cli;
mod clock;
mod db;
mod demo;
mod desk;
mod error;
mod extract;
mod goods;
mod guard;
mod health;
mod import;
mod media;
mod mint;
mod openapi;
mod orders;
mod pages;
mod password;
mod plain;
mod quotes;
mod routes;
mod security;
mod sellers;
mod serve;
mod shops;
mod terminal;
mod visits;
mod wire;

use clap::Parser;
use cli::{Cli, Command};
use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Serve(options) => serve::run(options).await.map_err(|failure| failure.to_string()),
        Command::Demo(options) => demo::run(options).await,
        Command::Import(options) => import::run(options).await,
        Command::Shop { command } => shops::command::run(command).await,
        Command::Seller { command } => sellers::command::run(command).await,
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("minishop: {message}");
            ExitCode::FAILURE
        }
    }
}
