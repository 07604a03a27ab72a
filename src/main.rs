//! The binary: chooses between the window and the command line.

use std::io::Write;
use std::panic::PanicHookInfo;
use std::process::ExitCode;
use std::time::Instant;

use mizan::app::{RenderBy, Request, Start, run};
use mizan::cli::{Invocation, Origin, Renderer, WindowRequest, invoke};
use mizan::text::command_line;

fn main() -> ExitCode {
    let began = Instant::now();
    std::panic::set_hook(Box::new(tell_of_panic));
    match invoke() {
        Invocation::Done(status) => ExitCode::from(status),
        Invocation::Window(request) => open_window(&request, began),
    }
}

/// Says what failed and where, without the paths of the machine on which the program was built.
fn tell_of_panic(info: &PanicHookInfo) {
    let message = info.payload_as_str().unwrap_or_default();
    let (path, line) = info.location().map_or(("", 0), |place| (place.file(), place.line()));
    let told = command_line::of_program(&command_line::panicked(message, path, line));
    // Where nobody reads it, nobody is to be told.
    drop(writeln!(std::io::stderr(), "{told}"));
    if std::env::var_os("RUST_BACKTRACE").is_some() {
        drop(writeln!(std::io::stderr(), "{}", std::backtrace::Backtrace::force_capture()));
    }
}

fn open_window(request: &WindowRequest, began: Instant) -> ExitCode {
    let start = match request.file.as_deref().map(Origin::of) {
        None | Some(Origin::Stdin) => Start::Choice,
        Some(Origin::Preset(preset)) => Start::Preset(preset),
        Some(Origin::File(path)) => Start::File(path),
    };
    let render_by = request.renderer.map(|renderer| match renderer {
        Renderer::Glow => RenderBy::Glow,
        Renderer::Wgpu => RenderBy::Wgpu,
    });
    let frames = request.frames.and_then(|frames| usize::try_from(frames).ok());
    match run(&Request { start, render_by, frames, began }, tell_of_panic) {
        Ok(told) => {
            // A reader that went away ends it quietly.
            if let Some(line) = told {
                drop(writeln!(std::io::stdout(), "{line}"));
            }
            ExitCode::SUCCESS
        }
        Err(reason) => {
            eprintln!("mizan: {reason}");
            ExitCode::FAILURE
        }
    }
}
