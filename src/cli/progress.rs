//! A bar on a terminal for what takes longer than a second.

use std::io::{IsTerminal, Write};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

/// How long nothing is shown, and how often the bar moves then.
const PATIENCE: Duration = Duration::from_secs(1);
const BEAT: Duration = Duration::from_millis(100);
const WIDTH: usize = 40;

/// Does the work, with a bar on standard error where that is a terminal; `progress` says how much
/// is done, 0..1.
pub fn with_progress<T>(progress: impl Fn() -> f64 + Send, work: impl FnOnce() -> T) -> T {
    if !std::io::stderr().is_terminal() {
        return work();
    }
    std::thread::scope(|scope| {
        let (ended, end) = channel::<()>();
        scope.spawn(move || {
            let mut wait = PATIENCE;
            let mut is_shown = false;
            while end.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
                (wait, is_shown) = (BEAT, true);
                show(&bar(progress()));
            }
            if is_shown {
                show(&format!("\r{}\r", " ".repeat(WIDTH + 8)));
            }
        });
        let done = work();
        drop(ended);
        done
    })
}

/// Where nobody can be shown it, nobody waits for it.
fn show(text: &str) {
    let mut stderr = std::io::stderr();
    drop(stderr.write_all(text.as_bytes()).and_then(|()| stderr.flush()));
}

fn bar(part: f64) -> String {
    let done = (part.clamp(0.0, 1.0) * WIDTH as f64) as usize;
    format!(
        "\r[{}{}] {:>3.0} %",
        "#".repeat(done),
        " ".repeat(WIDTH - done),
        100.0 * part.clamp(0.0, 1.0)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_is_as_wide_at_every_part() {
        let widths = [0.0, 0.333, 1.0, 7.0].map(|part| bar(part).len());
        assert_eq!(widths, [widths[0]; 4]);
        assert!(
            bar(0.5).contains(&"#".repeat(WIDTH / 2)) && bar(0.5).ends_with(" 50 %"),
            "{}",
            bar(0.5)
        );
    }
}
