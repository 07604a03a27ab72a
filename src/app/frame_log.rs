//! How long frames take: for `--frames` and the benchmark.

use std::time::{Duration, Instant};

use serde::Serialize;

/// The times of the frames so far.
pub struct FrameLog {
    started: Instant,
    first: Option<Duration>,
    frames: Vec<Duration>,
    /// The window closes after this many.
    pub most: usize,
}

#[derive(Serialize)]
struct Told<'a> {
    first_frame_ms: f64,
    frame_ms: FrameTimes,
    renderer: &'a str,
}

#[derive(Serialize)]
struct FrameTimes {
    median: f64,
    p99: f64,
}

impl FrameLog {
    /// `started` is when the program began.
    pub fn new(started: Instant, most: usize) -> Self {
        Self { started, first: None, frames: Vec::new(), most }
    }

    /// Notes a frame's own work: from the beginning of its logic to the end of its panels.
    pub fn note(&mut self, began: Instant) {
        self.first.get_or_insert_with(|| self.started.elapsed());
        self.frames.push(began.elapsed());
    }

    pub fn is_full(&self) -> bool {
        self.frames.len() >= self.most
    }

    /// CLI.md's object on one line.
    pub fn json(&self, renderer: &str) -> String {
        let told = Told {
            first_frame_ms: milliseconds(self.first.unwrap_or_default()),
            frame_ms: FrameTimes { median: self.quantile(0.5), p99: self.quantile(0.99) },
            renderer,
        };
        serde_json::to_string(&told).unwrap_or_default()
    }

    /// The time that this part of the frames stays within, in milliseconds.
    pub fn quantile(&self, part: f64) -> f64 {
        let mut sorted = self.frames.clone();
        sorted.sort_unstable();
        let place = (part * sorted.len().saturating_sub(1) as f64).ceil() as usize;
        sorted.get(place).copied().map_or(0.0, milliseconds)
    }
}

fn milliseconds(time: Duration) -> f64 {
    (time.as_secs_f64() * 1e6).round() / 1e3
}
