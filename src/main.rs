//! The binary: chooses between the window and the command line.

use std::process::ExitCode;

use mizan::cli::{Invocation, invoke};

fn main() -> ExitCode {
    match invoke() {
        Invocation::Done(status) => ExitCode::from(status),
        Invocation::Window(_) => ExitCode::SUCCESS,
    }
}
