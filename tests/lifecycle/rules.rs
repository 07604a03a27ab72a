//! The rules, held by a ledger that reads the world's own notes and not the state machine's.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use mizan::app::jobs::{Fate, Lane};
use mizan::app::lifecycle::{
    Because, Came, ErrandId, Event, Manner, Next, Picked, Recovery, Unwritten,
};
use mizan::model::Scenario;
use mizan::store::{Durability, Expected, Saved};

use crate::world::{Asked, Document, File, World, whole};

impl World {
    /// Hands a write to the lanes, as the window does.
    pub(crate) fn write(
        &mut self,
        errand: ErrandId,
        path: PathBuf,
        text: &Arc<Scenario>,
        manner: Manner,
    ) {
        let document = self.document.as_ref().expect("there is something to write");
        assert!(Arc::ptr_eq(text, &document.text), "the document is written as it is now");
        let is_own = document.home.as_ref() == Some(&path);
        let place = self.writes.len();
        self.writes.push(Asked {
            errand,
            document: document.number,
            text: Arc::clone(text),
            path: path.clone(),
            is_over: false,
        });
        let (disk, title, by) = (Arc::clone(&self.disk), text.title.clone(), document.number);
        let may_replace = self.replaceable.contains(&(by, path.clone()));
        let seen = document.seen.clone();
        self.send(errand, Lane::Document, move || {
            let mut disk = disk.lock().unwrap();
            if disk.is_broken {
                return Came::Wrote(Err(Unwritten::Told("no space left".to_owned())));
            }
            let there = disk.files.get(&path).cloned();
            let expected = match &manner {
                Manner::Fresh => &Expected::Nothing,
                Manner::Over(expected) | Manner::OverKeeping(expected) => expected,
            };
            // What this process wrote there last is its own to replace.
            if let (Expected::OneOf(known), Some(file)) = (expected, &there)
                && file.by.is_none()
                && !known.contains(&file.print())
            {
                return Came::Wrote(Err(Unwritten::Changed(file.print())));
            }
            if let Some(file) = there.as_ref().filter(|_| manner != Manner::Fresh) {
                assert!(
                    may_replace || file.by.is_some() || seen.contains(&file.text),
                    "no file that was there is replaced without an answer"
                );
            }
            match (manner, there) {
                (Manner::Fresh, Some(_)) => return Came::Wrote(Err(Unwritten::Exists)),
                (Manner::Over(_), Some(file)) => {
                    let is_told = file.by.is_none() && file.text.starts_with("meddled");
                    assert!(!is_own || !file.has_comments || is_told, "comments are kept");
                }
                (Manner::OverKeeping(_), Some(file)) => {
                    disk.kept.extend(file.has_comments.then_some(file.text));
                }
                (_, None) => {}
            }
            let file = File { text: title, has_comments: false, by: Some(by) };
            let print = file.print();
            disk.files.insert(path, file);
            disk.done.push(place);
            Came::Wrote(Ok(Saved { print, durability: Durability::Confirmed }))
        });
    }

    /// A scenario that was read is put in the document's place.
    pub(crate) fn opened(&mut self, scenario: &Scenario) {
        let errand = self.presets.take().or(self.hearing).expect("what is opened was read");
        assert_eq!(self.reads[&errand], self.wish.number, "the newest wish counts");
        let what = self.wish.what.expect("a wish is for something");
        let home = Path::new(what).extension().is_some().then(|| whole(Path::new(what)));
        if let Some(home) = &home {
            let disk = self.disk.lock().unwrap();
            let there = disk.files.get(home).map(|file| file.text.as_str());
            let is_meddled = there.is_some_and(|text| text.starts_with("meddled"));
            assert!(
                is_meddled || there == Some(scenario.title.as_str()),
                "what is opened is in the file"
            );
        }
        self.open(scenario, home, what);
    }

    pub(crate) fn open(&mut self, scenario: &Scenario, home: Option<PathBuf>, what: &'static str) {
        self.let_go(what);
        let text = Arc::new(scenario.clone());
        let number = self.number();
        self.counts.opened += 1;
        self.document = Some(Document {
            number,
            saved: Arc::clone(&text),
            text,
            before: Vec::new(),
            revision: 0,
            seen: home.iter().map(|_| scenario.title.clone()).collect(),
            home,
        });
    }

    pub(crate) fn fulfil(&mut self, what: &'static str) {
        assert_eq!(self.wish.what, Some(what), "the newest wish counts");
        assert!(!self.wish.is_fulfilled, "once");
        self.wish.is_fulfilled = true;
    }

    /// The open document goes: it must be on the disk, as it was opened, or let go by an answer.
    pub(crate) fn let_go(&mut self, what: &'static str) {
        self.fulfil(what);
        self.assert_nothing_is_lost();
    }

    pub(crate) fn assert_nothing_is_lost(&self) {
        let Some(document) = &self.document else { return };
        if self.discards.contains(&(document.number, document.revision)) {
            return;
        }
        let title = document.text.title.as_str();
        let disk = self.disk.lock().unwrap();
        match &document.home {
            None => assert_eq!(title, document.saved.title, "what was never saved is as it began"),
            Some(home) => {
                let file = disk.files.get(home).map(|file| file.text.as_str());
                // What another program made of a file in which the document was is that one's.
                let is_meddled = file.is_some_and(|text| text.starts_with("meddled"));
                let is_saved = is_meddled && !document.is_changed();
                assert!(is_saved || file == Some(title), "the document's file holds it");
            }
        }
        let changes_it = |write: &&Asked| {
            !write.is_over
                && Some(&write.path) == document.home.as_ref()
                && write.text.title != title
        };
        assert_eq!(self.writes.iter().filter(changes_it).count(), 0, "nor will that change");
    }

    /// The file holds a version now.
    pub(crate) fn mark(&mut self, text: Arc<Scenario>) {
        if let Some(reloaded) = self.reloaded.take() {
            assert!(Arc::ptr_eq(&text, &reloaded), "what was reloaded is marked");
            self.document.as_mut().expect("what is marked is open").saved = text;
            return;
        }
        let errand = self.hearing.expect("what is marked was written");
        let write = self.writes.iter().find(|write| write.errand == errand).unwrap();
        let document = self.document.as_mut().expect("what is marked is open");
        assert!(Arc::ptr_eq(&text, &write.text), "what was written is marked");
        assert_eq!(write.document, document.number, "of the document that was written");
        let place = self.writes.iter().position(|write| write.errand == errand).unwrap();
        assert!(self.disk.lock().unwrap().done.contains(&place), "it reached the disk");
        document.saved = text;
        document.home = Some(write.path.clone());
        self.counts.marked += 1;
    }

    /// The document becomes what its file holds.
    pub(crate) fn put_in(&mut self, scenario: Arc<Scenario>, because: Because) {
        assert_eq!(because, Because::Reloaded);
        let document = self.document.as_mut().expect("what is reloaded is open");
        document.seen.insert(scenario.title.clone());
        document.before.push(std::mem::replace(&mut document.text, Arc::clone(&scenario)));
        document.revision += 1;
        self.reloaded = Some(scenario);
        self.counts.reloaded += 1;
    }

    /// The recovery of a document ends where nothing of it is lost, and nothing still can be.
    pub(crate) fn leave_recovery(&self, recovery: Recovery) {
        let document = self.document.as_ref().expect("a document is left");
        let is_written = |write: &&Asked| !write.is_over && write.document == document.number;
        let writes = self.writes.iter().filter(is_written).count();
        assert_eq!(recovery == Recovery::Ends, writes == 0, "it stays while it is being saved");
        if recovery == Recovery::Ends {
            self.assert_nothing_is_lost();
        }
    }

    /// What the window does at the end of a frame.
    pub(crate) fn frame(&mut self) {
        if !std::mem::take(&mut self.is_closing) {
            return;
        }
        let present = self.present();
        if self.state.may_close(present.as_ref()) {
            self.close();
        } else {
            self.leave(Next::Quit, "quit");
        }
    }

    pub(crate) fn close(&mut self) {
        self.assert_nothing_is_lost();
        let open_saves = self.writes.iter().filter(|write| !write.is_over).count();
        assert!(open_saves == 0 || self.is_impatient, "what is being saved is waited for");
        self.is_closed = true;
        self.counts.closed += 1;
    }

    /// What holds after every move.
    pub(crate) fn check(&mut self) {
        let (document, state) = (self.document.is_some(), self.state.document().is_some());
        assert_eq!(document, state, "both know whether a document is open");
        let home = self.document.as_ref().and_then(|document| document.home.as_deref());
        let origin = self.state.origin().and_then(|origin| origin.path());
        assert_eq!(home, origin, "both know its file");
        for errand in self.state.errands() {
            let is_on_its_way = self.sent.values().any(|sent| *sent == errand)
                || self.unheard.iter().any(|(unheard, _)| *unheard == errand);
            assert!(is_on_its_way, "what is waited for will come");
        }
        assert!(self.disk.lock().unwrap().done.is_sorted(), "saves are done in order");
    }

    /// Lets all that is on its way end well, and holds what must be true then.
    pub fn settle(&mut self) {
        self.disk.lock().unwrap().is_broken = false;
        while !self.is_closed && (self.run(0, Fate::Works, &Picked::Cancelled) | self.hear()) {
            self.frame();
            self.check();
        }
        self.counts.kept = self.disk.lock().unwrap().kept.len();
        if self.is_closed {
            return;
        }
        assert_eq!(self.state.errands().count(), 0, "nothing waits for ever");
        if self.state.may_close(self.present().as_ref()) {
            self.assert_nothing_is_lost();
        }
        let is_asked = self.state.questions().iter().any(|(_, question)| !question.is_message());
        let wish = &self.wish;
        assert!(
            wish.what.is_none() || wish.is_fulfilled || wish.is_over || is_asked,
            "a wish is fulfilled, asked about or over: {wish:?}"
        );
        // Whatever is asked, closing it leaves nothing behind.
        while let Some((id, _)) = self.state.questions().last() {
            let id = *id;
            self.tell(Event::Answered(id, mizan::app::lifecycle::Answer::Close));
        }
        assert_eq!(self.state.errands().count(), 0, "a closed question leads nowhere");
    }
}
