//! The command line: arguments (raw) → request (checked) → run. CLI.md is its contract.
//!
//! Results go to standard output, messages to standard error, and the exit status says which: 0
//! done, 1 the scenario has an error or a check failed, 2 the words of the call are wrong. It knows
//! no window.

mod args;
mod ballot;
mod check;
mod diff;
mod doctor;
mod findings;
mod hidden;
mod input;
mod joined;
mod json;
mod located;
mod marking;
mod merge;
mod mistaken;
mod named;
mod output;
mod presets;
mod progress;
mod rank;
mod rank_json;
mod rank_table;
mod ranked;
mod robustness;
mod robustness_table;
mod sensitivity;
mod table;
mod teams;
mod teams_found;
mod teams_table;
mod texts;
mod turns_on_json;
mod turns_on_table;
mod weigh;
mod written;

use std::ffi::OsString;

use clap::Parser;

pub use args::{Renderer, WindowRequest};
pub use input::{Opened, Origin, open};

use args::{Arguments, Command};
use output::{Failure, Report, Status, emit};

use crate::text::command_line;

/// What the words of a call ask for.
pub enum Invocation {
    Window(WindowRequest),
    /// A subcommand ran; the program ends with this status.
    Done(u8),
}

/// Reads the words of the call and runs the subcommand that they name.
pub fn invoke() -> Invocation {
    let words: Vec<OsString> = std::env::args_os().skip(1).collect();
    if let Some(message) = mistaken::mistaken(&words) {
        return Invocation::Done(finish(Err(Failure::miscalled(&message))));
    }
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let status = u8::try_from(error.exit_code()).unwrap_or(Status::Miscalled.code());
            refuse(&error);
            return Invocation::Done(status);
        }
    };
    match arguments.command {
        None => Invocation::Window(arguments.window),
        Some(command) => Invocation::Done(finish(run(&command))),
    }
}

/// Says what is wrong with a call, or what was asked for about the program. Words of the call that
/// could move a cursor are shown as escapes.
fn refuse(error: &clap::Error) {
    let message = error.render().to_string();
    let lines = message.trim_end().lines().map(command_line::shown_name);
    let shown = lines.collect::<Vec<_>>().join("\n");
    if shown == message.trim_end() {
        // Where even the message can't be written there is nobody to tell.
        drop(error.print());
    } else {
        output::tell(&shown);
    }
}

fn run(command: &Command) -> Result<Report, Failure> {
    match command {
        Command::Presets(call) => presets::run(call),
        Command::Check(call) => check::run(call),
        Command::Rank(call) => rank::run(call),
        Command::Weigh(call) => weigh::run(call),
        Command::Sensitivity(call) => sensitivity::run(call),
        Command::Robustness(call) => robustness::run(call),
        Command::Teams(call) => teams::run(call),
        Command::Ballot(call) => ballot::run(call),
        Command::Merge(call) => merge::run(call),
        Command::Diff(call) => diff::run(call),
        Command::Doctor(call) => doctor::run(call),
    }
}

fn finish(outcome: Result<Report, Failure>) -> u8 {
    match outcome {
        Ok(report) => emit(&report).code(),
        Err(failure) => {
            output::tell(&failure.message);
            failure.status.code()
        }
    }
}
