//! A window without a window: documents that are a number each, a disk that is a map, and the lanes
//! of jobs with an executor that runs what it is told to. Beside it stands a ledger that knows
//! nothing of the state machine and holds its rules against all that it does.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use mizan::app::jobs::{End, Ended, Fate, JobId, Jobs, Lane, Manual};
use mizan::app::lifecycle::{
    Answer, Came, Effect, ErrandId, Event, Found, Label, Look, Next, OnDisk, Origin, Picked,
    Present, Purpose, Question, QuestionId, Source, State, Told, Turn, Unwritten, step,
};
use mizan::model::Scenario;
use mizan::session::Draft;
use mizan::store::{self, Holder, Opened, Print};

/// What a person or the world does.
#[derive(Clone, Debug)]
pub enum Move {
    Edit,
    /// Back to the text before the last edit.
    Undo,
    Save,
    SaveAs,
    SaveCopy,
    Compare,
    New,
    Preset,
    Open(&'static str),
    Choose,
    FirstPage,
    /// The command, or the window's button.
    Quit,
    /// The offered answer at a place, of the question on top.
    Offered(usize),
    Close,
    Type(&'static str),
    /// Any answer to any question that was ever put.
    Stray(usize, Answer),
    /// Runs the job at a place, all that wait counted; the system's dialogs are answered so.
    Run(usize, Fate, Picked),
    /// The window hears of the end of a job.
    Hear,
    /// Another program writes to a file.
    Meddle(&'static str),
    /// The document's file is looked at.
    Look,
    Reload,
    KeepMine,
    /// The disk breaks, or works again.
    Break,
}

/// The open document.
#[derive(Clone, Debug)]
pub(crate) struct Document {
    pub number: u64,
    pub text: Arc<Scenario>,
    pub before: Vec<Arc<Scenario>>,
    pub revision: u64,
    /// What it was opened with or last marked as saved with.
    pub saved: Arc<Scenario>,
    /// What its file held at the moments at which it, or the person before it, saw that.
    pub seen: BTreeSet<String>,
    pub home: Option<PathBuf>,
}

impl Document {
    pub(crate) fn is_changed(&self) -> bool {
        self.text.title != self.saved.title
    }
}

#[derive(Clone, Debug)]
pub(crate) struct File {
    pub text: String,
    pub has_comments: bool,
    /// The document that wrote it; none where it was there before, or another program did.
    pub by: Option<u64>,
}

impl File {
    pub fn print(&self) -> Print {
        Print::of(self.text.as_bytes())
    }
}

#[derive(Default)]
pub(crate) struct Disk {
    pub files: BTreeMap<PathBuf, File>,
    /// Originals with comments that were kept.
    pub kept: Vec<String>,
    pub is_broken: bool,
    /// How the system's dialogs are answered.
    pub picked: Option<Picked>,
    /// The writes that reached the disk, by their places in the ledger.
    pub done: Vec<usize>,
}

/// A write that was asked for.
pub(crate) struct Asked {
    pub errand: ErrandId,
    pub document: u64,
    pub text: Arc<Scenario>,
    pub path: PathBuf,
    /// It has ended, well or not, and that was heard of.
    pub is_over: bool,
}

/// The newest wish for something in the document's place.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wish {
    pub number: u64,
    pub what: Option<&'static str>,
    pub is_fulfilled: bool,
    /// It failed, or the person let it go.
    pub is_over: bool,
}

/// How often things happened, so that a test sees that it tests something.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counts {
    pub opened: usize,
    pub marked: usize,
    pub discarded: usize,
    pub closed: usize,
    pub failed: usize,
    pub waited: usize,
    pub kept: usize,
    /// Saves that came upon what another program wrote.
    pub stopped: usize,
    pub reloaded: usize,
}

impl Counts {
    fn all(&mut self) -> [&mut usize; 9] {
        [
            &mut self.opened,
            &mut self.marked,
            &mut self.discarded,
            &mut self.closed,
            &mut self.failed,
            &mut self.waited,
            &mut self.kept,
            &mut self.stopped,
            &mut self.reloaded,
        ]
    }

    pub fn add(&mut self, mut other: Self) {
        for (count, more) in self.all().into_iter().zip(other.all()) {
            *count += *more;
        }
    }

    /// Of what happened least.
    pub fn least(mut self) -> usize {
        self.all().into_iter().map(|count| *count).min().unwrap_or(0)
    }
}

/// The world, and the ledger.
#[expect(clippy::struct_excessive_bools, reason = "a ledger: each is a fact by itself")]
pub struct World {
    pub state: State,
    pub(crate) jobs: Jobs<Came>,
    pub(crate) manual: Manual,
    pub(crate) disk: Arc<Mutex<Disk>>,
    pub(crate) document: Option<Document>,
    /// Errands and the jobs that do them.
    pub(crate) sent: BTreeMap<JobId, ErrandId>,
    pub(crate) unheard: VecDeque<(ErrandId, Came)>,
    /// Whose end is being heard of.
    pub(crate) hearing: Option<ErrandId>,
    pub(crate) writes: Vec<Asked>,
    /// Reads and the wish or comparison that they belong to.
    pub(crate) reads: BTreeMap<ErrandId, u64>,
    /// A preset that was asked for: it is there at once.
    pub(crate) presets: Option<ErrandId>,
    pub(crate) picks: BTreeMap<ErrandId, Purpose>,
    /// How many comparisons were asked for, and whether what is read now is for one.
    pub(crate) compares: u64,
    /// The reads that are for comparisons.
    pub(crate) comparisons: BTreeSet<ErrandId>,
    pub(crate) is_comparing: bool,
    pub(crate) wish: Wish,
    /// Document, revision: what may go, because the person said so.
    pub(crate) discards: BTreeSet<(u64, u64)>,
    /// Document, path: what it may replace, because the person said so.
    pub(crate) replaceable: BTreeSet<(u64, PathBuf)>,
    /// What the document became as its file was read anew.
    pub(crate) reloaded: Option<Arc<Scenario>>,
    /// The person said that saves aren't waited for.
    pub(crate) is_impatient: bool,
    pub(crate) put: Vec<QuestionId>,
    pub(crate) is_closing: bool,
    pub is_closed: bool,
    pub(crate) numbers: u64,
    pub counts: Counts,
}

impl World {
    /// Three files, of which the last has comments; nothing is open.
    pub fn new() -> Self {
        let manual = Manual::default();
        let files = [("a.ron", false), ("b.ron", true), ("c.ron", true)];
        let file = |(path, has_comments): (&str, bool)| {
            (whole(Path::new(path)), File { text: path.to_owned(), has_comments, by: None })
        };
        let disk = Disk { files: files.map(file).into(), ..Disk::default() };
        Self {
            state: State::default(),
            jobs: Jobs::new(Box::new(manual.clone()), || ()),
            manual,
            disk: Arc::new(Mutex::new(disk)),
            document: None,
            sent: BTreeMap::new(),
            unheard: VecDeque::new(),
            hearing: None,
            writes: Vec::new(),
            reads: BTreeMap::new(),
            presets: None,
            picks: BTreeMap::new(),
            compares: 0,
            comparisons: BTreeSet::new(),
            is_comparing: false,
            wish: Wish::default(),
            discards: BTreeSet::new(),
            replaceable: BTreeSet::new(),
            reloaded: None,
            is_impatient: false,
            put: Vec::new(),
            is_closing: false,
            is_closed: false,
            numbers: 0,
            counts: Counts::default(),
        }
    }

    /// Does a move; false where there is nothing to do it to.
    pub fn go(&mut self, what: &Move) -> bool {
        if self.is_closed {
            return false;
        }
        let is_done = self.act(what);
        self.frame();
        self.check();
        is_done
    }

    fn act(&mut self, what: &Move) -> bool {
        match what {
            Move::Edit => self.edit(),
            Move::Undo => self.undo(),
            Move::Save => self.in_document(Event::Save),
            Move::SaveAs => self.in_document(Event::SaveAs),
            Move::SaveCopy => self.in_document(Event::SaveCopy),
            Move::Compare => self.in_document(Event::CompareFile),
            Move::New => self.leave(Next::New, "new"),
            Move::Preset => self.leave(
                Next::Open(Source::Preset(store::preset("workshop-venue").unwrap())),
                "workshop-venue",
            ),
            Move::Open(path) => self.leave(Next::Open(Source::File(path.into())), path),
            Move::Choose => self.leave(Next::Choice, "choice"),
            Move::FirstPage => self.leave(Next::FirstPage, "first page"),
            Move::Quit => self.quit(),
            Move::Offered(place) => {
                let Some((id, question)) = self.state.questions().last() else { return false };
                let (id, answer) = (*id, question.answers().get(*place).cloned());
                answer.map(|answer| self.answer(id, answer)).is_some()
            }
            Move::Close => self.answer_top(Answer::Close),
            Move::Type(path) => {
                let is_asked =
                    matches!(self.state.questions().last(), Some((_, Question::Path(_))));
                is_asked && self.answer_top(Answer::Path((*path).to_owned()))
            }
            Move::Stray(place, answer) => {
                let Some(id) = self.put.get(place % self.put.len().max(1)).copied() else {
                    return false;
                };
                self.answer(id, answer.clone());
                true
            }
            Move::Run(place, fate, picked) => self.run(*place, *fate, picked),
            Move::Hear => self.hear(),
            Move::Meddle(path) => self.meddle(path),
            Move::Look => self.look(),
            Move::Reload => self.in_document(Event::Reload),
            Move::KeepMine => {
                if let Some(OnDisk::Changed(print)) = self.state.on_disk().cloned() {
                    self.saw(&print);
                }
                self.in_document(Event::KeepMine)
            }
            Move::Break => {
                let mut disk = self.disk.lock().unwrap();
                disk.is_broken = !disk.is_broken;
                true
            }
        }
    }

    pub fn file(&self, path: &str) -> Option<File> {
        self.disk.lock().unwrap().files.get(&whole(Path::new(path))).cloned()
    }

    pub(crate) fn number(&mut self) -> u64 {
        self.numbers += 1;
        self.numbers
    }

    fn edit(&mut self) -> bool {
        let number = self.number();
        let Some(document) = &mut self.document else { return false };
        let text = Arc::new(Scenario::new(&format!("edit {number}")));
        document.before.push(std::mem::replace(&mut document.text, text));
        document.revision += 1;
        true
    }

    fn undo(&mut self) -> bool {
        let Some(document) = &mut self.document else { return false };
        let Some(before) = document.before.pop() else { return false };
        document.text = before;
        document.revision += 1;
        true
    }

    fn meddle(&mut self, path: &str) -> bool {
        let text = format!("meddled {}", self.number());
        let mut disk = self.disk.lock().unwrap();
        let Some(file) = disk.files.get_mut(&whole(Path::new(path))) else { return false };
        *file = File { text, has_comments: file.has_comments, by: None };
        true
    }

    /// A look at the document's file, done and heard of at once.
    fn look(&mut self) -> bool {
        let Some(Origin::File { path, known: Some(known), .. }) = self.state.origin() else {
            return false;
        };
        let (path, known) = (path.clone(), known.clone());
        let found = self.disk.lock().unwrap().files.get(&path).map(File::print);
        self.tell(Event::Looked(Look { path, known, found }));
        true
    }

    /// The person was told of what a file holds, and said that it may go.
    fn saw(&mut self, print: &Print) {
        let disk = self.disk.lock().unwrap();
        let text = disk.files.values().find(|file| file.print() == *print);
        let text = text.map(|file| file.text.clone());
        drop(disk);
        if let Some(document) = &mut self.document {
            document.seen.extend(text);
        }
    }

    fn in_document(&mut self, event: Event) -> bool {
        let is_open = self.document.is_some();
        self.tell(event);
        is_open
    }

    pub(crate) fn leave(&mut self, next: Next, what: &'static str) -> bool {
        self.wish(what);
        self.tell(Event::Leave(next));
        true
    }

    /// The window's button: what may go goes at once.
    fn quit(&mut self) -> bool {
        if self.state.may_close(self.present().as_ref()) {
            self.close();
            return true;
        }
        self.leave(Next::Quit, "quit")
    }

    fn wish(&mut self, what: &'static str) {
        let number = self.wish.number + 1;
        self.wish = Wish { number, what: Some(what), ..Wish::default() };
        self.is_impatient = false;
    }

    fn answer_top(&mut self, answer: Answer) -> bool {
        let Some((id, _)) = self.state.questions().last() else { return false };
        let id = *id;
        self.answer(id, answer);
        true
    }

    fn answer(&mut self, id: QuestionId, answer: Answer) {
        let standing = self.state.questions().iter().find(|(asked, _)| *asked == id);
        let question = standing.map(|(_, question)| question.clone());
        match (question, &answer) {
            (Some(Question::Unsaved { version, .. }), Answer::Discard) => {
                // The version that was asked about, whatever is open now.
                let number = self.document.as_ref().map_or(0, |document| document.number);
                self.discards.insert((number, version.revision));
                self.counts.discarded += 1;
            }
            (Some(Question::StillSaving { .. }), Answer::DontWait) => {
                let document = self.document.as_ref();
                self.discards.extend(document.map(|document| (document.number, document.revision)));
                self.is_impatient = true;
            }
            (Some(Question::Replaces { target, .. }), Answer::Replace) => {
                self.may_replace(target.path());
            }
            (Some(Question::Changed { print, .. }), Answer::Replace) => self.saw(&print),
            (Some(Question::Changed { .. }), Answer::Compare) => {
                self.wish.is_over = true;
                self.is_comparing = true;
            }
            (Some(Question::Changed { .. }), Answer::Reload) => self.wish.is_over = true,
            (Some(Question::LosesComments { path, .. }), Answer::Save) => self.may_replace(&path),
            (Some(Question::Path(path)), Answer::Path(typed)) => match path.purpose() {
                Purpose::Open => self.wish(known(typed)),
                Purpose::Compare => self.is_comparing = true,
                Purpose::Save | Purpose::SaveCopy => {}
            },
            (Some(question), Answer::Close) if !question.is_message() => self.wish.is_over = true,
            _ => {}
        }
        self.tell(Event::Answered(id, answer));
        self.is_comparing = false;
    }

    /// The person said that the open document may take a file's place.
    fn may_replace(&mut self, path: &Path) {
        let document = self.document.as_ref();
        self.replaceable.extend(document.map(|document| (document.number, path.to_owned())));
    }

    /// The longest of what waits first.
    pub(crate) fn run(&mut self, place: usize, fate: Fate, picked: &Picked) -> bool {
        // The system's dialogs give whole paths.
        self.disk.lock().unwrap().picked = Some(match picked {
            Picked::Path(path) => Picked::Path(whole(path)),
            other => other.clone(),
        });
        let is_done = self.manual.run(place, fate);
        while let Some(Ended { job, end, lane }) = self.jobs.take() {
            let errand = self.sent.remove(&job).expect("each job ends once");
            assert!(matches!(lane, Lane::Document | Lane::Reading | Lane::Dialogs));
            let came = match end {
                End::Done(came) => came,
                End::Failed(_) | End::Cancelled => Came::Failed,
            };
            self.unheard.push_back((errand, came));
        }
        is_done
    }

    pub(crate) fn hear(&mut self) -> bool {
        let Some((errand, came)) = self.unheard.pop_front() else { return false };
        if let Some(write) = self.writes.iter_mut().find(|write| write.errand == errand) {
            write.is_over = true;
        }
        self.counts.stopped += usize::from(matches!(came, Came::Wrote(Err(Unwritten::Changed(_)))));
        let purpose = self.picks.get(&errand).copied();
        let is_open = purpose == Some(Purpose::Open);
        match &came {
            // The system's dialog asks by itself.
            Came::Picked(Picked::Path(path))
                if matches!(purpose, Some(Purpose::Save | Purpose::SaveCopy)) =>
            {
                self.may_replace(path);
            }
            Came::Picked(Picked::Path(path)) if is_open => {
                self.wish(known(path.file_name().unwrap().to_str().unwrap()));
            }
            Came::Picked(Picked::Cancelled) => self.wish.is_over = true,
            _ => {}
        }
        self.hearing = Some(errand);
        self.is_comparing = purpose == Some(Purpose::Compare) || self.comparisons.contains(&errand);
        self.tell(Event::Ended(errand, came));
        (self.hearing, self.is_comparing) = (None, false);
        true
    }

    pub(crate) fn present(&self) -> Option<Present> {
        self.document.as_ref().map(|document| Present {
            draft: Draft::from(Arc::clone(&document.text)),
            revision: document.revision,
            is_changed: document.is_changed(),
            label: Label::default(),
        })
    }

    pub(crate) fn tell(&mut self, event: Event) {
        let (state, effects) = step(std::mem::take(&mut self.state), event, self.present());
        self.state = state;
        let before = self.put.len();
        let new = self.state.questions().iter().filter(|(id, _)| !self.put.contains(id));
        let new: Vec<_> = new.map(|(id, question)| (*id, question.is_message())).collect();
        self.put.extend(new.iter().map(|(id, _)| *id));
        // A message tells that something went wrong.
        if new.iter().any(|(_, is_message)| *is_message) {
            self.wish.is_over = true;
            self.counts.failed += 1;
        }
        assert!(self.put.len() - before <= 2, "one thing at a time");
        for effect in effects {
            self.carry_out(effect);
        }
    }

    fn carry_out(&mut self, effect: Effect) {
        match effect {
            Effect::Pick { errand, purpose } => {
                self.picks.insert(errand, purpose);
                let disk = Arc::clone(&self.disk);
                self.send(errand, Lane::Dialogs, move || {
                    Came::Picked(disk.lock().unwrap().picked.clone().unwrap())
                });
            }
            Effect::Read { errand, source, turn } => self.read(errand, source, turn),
            Effect::Write { errand, path, draft, manner, .. } => {
                self.write(errand, path, &draft.scenario, manner);
            }
            Effect::Abandon(errand) => {
                if let Some((job, _)) = self.sent.iter().find(|(_, sent)| **sent == errand) {
                    self.jobs.cancel(*job);
                }
            }
            Effect::OpenNew => self.open(&Scenario::new("new"), None, "new"),
            Effect::Open { scenario, .. } => self.opened(&scenario),
            Effect::PutIn { scenario, because } => self.put_in(scenario, because),
            Effect::SaveNow => unreachable!("nothing is recovered here"),
            Effect::Leave(recovery) => self.leave_recovery(recovery),
            Effect::Close => {
                self.let_go("first page");
                self.document = None;
            }
            Effect::CloseWindow => {
                self.is_closing = true;
                self.fulfil("quit");
            }
            Effect::MarkSaved(saved) => self.mark(saved.scenario),
            Effect::Remember { .. } => {}
            Effect::Compare { .. } => {
                let errand = self.hearing.expect("a comparison follows a read");
                assert_eq!(self.reads[&errand], self.compares, "the newest comparison counts");
            }
            Effect::Tell(told) => {
                self.counts.waited += usize::from(matches!(told, Told::Waits(_)));
            }
        }
    }

    pub(crate) fn send(
        &mut self,
        errand: ErrandId,
        lane: Lane,
        work: impl FnOnce() -> Came + Send + 'static,
    ) {
        let job = self.jobs.submit(lane, Box::new(move |_| work()));
        self.sent.insert(job, errand);
    }

    fn read(&mut self, errand: ErrandId, source: Source, turn: Turn) {
        // What is read for a comparison belongs to no wish.
        self.compares += u64::from(self.is_comparing);
        self.comparisons.extend(self.is_comparing.then_some(errand));
        let belongs_to = if self.is_comparing { self.compares } else { self.wish.number };
        self.reads.insert(errand, belongs_to);
        let path = match source {
            Source::File(path) => path,
            Source::Preset(preset) => {
                let opened = Opened { scenario: Scenario::new(preset.name), has_comments: false };
                self.presets = Some(errand);
                return self.tell(Event::Ended(errand, Came::Read(Ok(opened.into()))));
            }
            _ => unreachable!("nothing is kept here"),
        };
        let disk = Arc::clone(&self.disk);
        let lane = match turn {
            Turn::AtOnce => Lane::Reading,
            Turn::AfterWrites => Lane::Document,
        };
        self.send(errand, lane, move || {
            let disk = disk.lock().unwrap();
            let file = disk.files.get(&path).cloned();
            Came::Read(match file.filter(|_| !disk.is_broken) {
                Some(file) => Ok(Found {
                    print: Some(file.print()),
                    holder: Holder::Us,
                    next: None,
                    opened: Opened {
                        scenario: Scenario::new(&file.text),
                        has_comments: file.has_comments,
                    },
                }),
                None => Err(store::parse(b"").unwrap_err()),
            })
        });
    }
}

/// A path as the disk knows it. People name files from where they are.
pub(crate) fn whole(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap()
}

/// A path as the ledger names it.
fn known(path: &str) -> &'static str {
    ["a.ron", "b.ron", "c.ron", "d.ron", "gone.ron"]
        .into_iter()
        .find(|known| *known == path)
        .expect("the moves name no other file")
}
