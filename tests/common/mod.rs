//! The program from outside: one call with its files in a folder of its own, and what came of it.

use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;

/// No call in the tests has work for longer than a small part of this.
const LONGEST: Duration = Duration::from_secs(20);

/// A call of the program that is being made up.
pub struct Call {
    words: Vec<String>,
    stdin: Vec<u8>,
    folder: TempDir,
}

impl Call {
    /// A call with these words behind the program's name, in a fresh folder.
    pub fn new<W: Into<String>>(words: impl IntoIterator<Item = W>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { words: words.into_iter().map(Into::into).collect(), stdin: Vec::new(), folder }
    }

    /// What the program reads from standard input.
    pub fn stdin(mut self, bytes: impl AsRef<[u8]>) -> Self {
        bytes.as_ref().clone_into(&mut self.stdin);
        self
    }

    /// A file in the folder of the call.
    pub fn file(self, name: &str, bytes: impl AsRef<[u8]>) -> Self {
        self.prepared(|folder| std::fs::write(folder.join(name), bytes).unwrap())
    }

    /// Whatever else the folder is to hold.
    pub fn prepared(self, prepare: impl FnOnce(&Path)) -> Self {
        prepare(self.folder.path());
        self
    }

    /// Runs the program to its end.
    pub fn run(self) -> Outcome {
        let mut child = Command::new(env!("CARGO_BIN_EXE_mizan"))
            .args(&self.words)
            .current_dir(self.folder.path())
            .env("XDG_DATA_HOME", self.folder.path().join("xdg-data"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut input = child.stdin.take().unwrap();
        // A program that doesn't read to the end is no fault of the call; what it did is seen in
        // what it left.
        let writing = std::thread::spawn(move || drop(input.write_all(&self.stdin)));
        let stdout = read_aside(child.stdout.take().unwrap());
        let stderr = read_aside(child.stderr.take().unwrap());
        let status = ended(&mut child)
            .unwrap_or_else(|| panic!("mizan {:?} takes longer than {LONGEST:?}", self.words));
        writing.join().unwrap();
        let [stdout, stderr] =
            [stdout, stderr].map(|reading| String::from_utf8(reading.join().unwrap()).unwrap());
        assert!(!stderr.contains("panicked"), "mizan {:?} panicked: {stderr}", self.words);
        Outcome { words: self.words, status: status.code(), stdout, stderr, folder: self.folder }
    }
}

fn read_aside(mut stream: impl Read + Send + 'static) -> JoinHandle<Vec<u8>> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        bytes
    })
}

/// How a program ended; none where it had to be stopped.
fn ended(child: &mut Child) -> Option<ExitStatus> {
    let start = Instant::now();
    while start.elapsed() < LONGEST {
        if let Some(status) = child.try_wait().unwrap() {
            return Some(status);
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    None
}

/// What a call left: its status, what it said, and its folder.
pub struct Outcome {
    words: Vec<String>,
    pub status: Option<i32>,
    pub stdout: String,
    pub stderr: String,
    folder: TempDir,
}

impl Outcome {
    /// The outcome itself, which must have ended with this status.
    #[track_caller]
    pub fn expect(self, status: i32) -> Self {
        let Self { words, stdout, stderr, .. } = &self;
        assert_eq!(
            self.status,
            Some(status),
            "mizan {words:?}\n--- stdout\n{stdout}\n--- stderr\n{stderr}"
        );
        self
    }

    /// Standard output as JSON, one object a line.
    #[track_caller]
    pub fn json_lines(&self) -> Vec<Value> {
        assert!(
            self.stdout.ends_with('\n'),
            "mizan {:?} ends without a line end: {:?}",
            self.words,
            self.stdout
        );
        self.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// The bytes of a file in the call's folder, none where it isn't there.
    pub fn bytes(&self, name: &str) -> Option<Vec<u8>> {
        std::fs::read(self.folder.path().join(name)).ok()
    }
}
