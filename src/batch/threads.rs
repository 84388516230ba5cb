//! The threads of a run. This is the only file that uses the rayon crate.
//!
//! Work is given out in chunks and its results come back in the same order, so that the output never
//! depends on the number of threads.

use rayon::prelude::*;

/// The threads of a run; `None` when the system gave none, so that the default threads of the crate are
/// used.
pub struct Threads(Option<rayon::ThreadPool>);

impl Threads {
    /// A pool with this number of threads; 0 means one per core.
    #[must_use]
    pub fn new(threads: usize) -> Self {
        Self(rayon::ThreadPoolBuilder::new().num_threads(threads).build().ok())
    }

    /// Does the same work on every item in parallel; the results are in the order of the items.
    pub fn map<T: Send, R: Send>(&self, items: Vec<T>, work: impl Fn(T) -> R + Sync + Send) -> Vec<R> {
        self.in_pool(|| items.into_par_iter().map(work).collect())
    }

    /// Does two pieces of work in parallel.
    pub fn both<A: Send, B: Send>(
        &self,
        a: impl FnOnce() -> A + Send,
        b: impl FnOnce() -> B + Send,
    ) -> (A, B) {
        self.in_pool(|| rayon::join(a, b))
    }

    fn in_pool<R: Send>(&self, work: impl FnOnce() -> R + Send) -> R {
        match &self.0 {
            Some(pool) => pool.install(work),
            None => work(),
        }
    }
}
