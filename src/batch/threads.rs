//! The threads of a run: the only file that names the crate for working side by side.
//!
//! Work is handed out in chunks and comes back in their order, so that what is written never depends on
//! the number of threads.

use rayon::prelude::*;

/// The threads of a run.
pub struct Threads(Option<rayon::ThreadPool>);

impl Threads {
    /// This many threads; 0 for one per core. A system that gives none leaves the crate's own.
    #[must_use]
    pub fn new(threads: usize) -> Self {
        Self(rayon::ThreadPoolBuilder::new().num_threads(threads).build().ok())
    }

    /// Does the same to every item; the results come in the order of the items.
    pub fn map<T: Send, R: Send>(&self, items: Vec<T>, work: impl Fn(T) -> R + Sync + Send) -> Vec<R> {
        self.within(|| items.into_par_iter().map(work).collect())
    }

    /// Does two things at once.
    pub fn both<A: Send, B: Send>(
        &self,
        a: impl FnOnce() -> A + Send,
        b: impl FnOnce() -> B + Send,
    ) -> (A, B) {
        self.within(|| rayon::join(a, b))
    }

    fn within<R: Send>(&self, work: impl FnOnce() -> R + Send) -> R {
        match &self.0 {
            Some(pool) => pool.install(work),
            None => work(),
        }
    }
}
