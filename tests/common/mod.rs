//! The program from outside: one call with its files in a folder of its own, and what came of it.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

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
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut input = child.stdin.take().unwrap();
        // A program that doesn't read to the end is no fault of the call; what it did is seen in what it left.
        let writing = std::thread::spawn(move || drop(input.write_all(&self.stdin)));
        let output = child.wait_with_output().unwrap();
        writing.join().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        let (stdout, stderr) = (text(output.stdout), text(output.stderr));
        assert!(!stderr.contains("panicked"), "mizan {:?} panicked: {stderr}", self.words);
        Outcome { words: self.words, status: output.status.code(), stdout, stderr, folder: self.folder }
    }
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
        assert_eq!(self.status, Some(status), "mizan {words:?}\n--- stdout\n{stdout}\n--- stderr\n{stderr}");
        self
    }

    /// Standard output as JSON, one object a line.
    #[track_caller]
    pub fn json_lines(&self) -> Vec<Value> {
        assert!(self.stdout.ends_with('\n'), "mizan {:?} ends without a line end: {:?}", self.words, self.stdout);
        self.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// The bytes of a file in the call's folder, none where it isn't there.
    pub fn bytes(&self, name: &str) -> Option<Vec<u8>> {
        std::fs::read(self.folder.path().join(name)).ok()
    }
}
