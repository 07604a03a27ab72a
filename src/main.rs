//! The binary: chooses between the window and the command line.

use std::io::Write;
use std::process::ExitCode;
use std::time::Instant;

use mizan::app::{RenderBy, Request, Start, run};
use mizan::cli::{Invocation, Origin, Renderer, WindowRequest, invoke};

fn main() -> ExitCode {
    let began = Instant::now();
    match invoke() {
        Invocation::Done(status) => ExitCode::from(status),
        Invocation::Window(request) => open_window(&request, began),
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
    match run(&Request { start, render_by, frames, began }) {
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
