//! The clock of a run: when it began and how long it takes. No letter depends on it.

use crate::law::date::Date;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// A stopwatch that runs from the moment it is made.
#[derive(Clone, Copy, Debug)]
pub struct Clock(Instant);

impl Clock {
    /// Starts the stopwatch.
    #[must_use]
    #[allow(clippy::disallowed_methods)]
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// The time that has passed since the start.
    #[must_use]
    pub fn passed(&self) -> Duration {
        self.0.elapsed()
    }
}

/// The current time in UTC, as in `2026-11-20T12:34:56Z`.
#[must_use]
#[allow(clippy::disallowed_methods)]
pub fn now() -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    utc_text(since.as_secs())
}

/// The day in UTC. In the Netherlands a new day begins an hour or two earlier, so nothing is taken to be over too soon.
#[must_use]
#[allow(clippy::disallowed_methods)]
pub fn today() -> Date {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    day_of(since.as_secs()).unwrap_or(Date::EARLIEST)
}

/// The last day that has begun somewhere: that of UTC+14. A day after it is in the future for everybody.
#[must_use]
#[allow(clippy::disallowed_methods)]
pub fn latest_day() -> Date {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    day_of(since.as_secs() + 14 * 3600).unwrap_or(Date::EARLIEST)
}

/// The day of a number of seconds since 1970.
fn day_of(seconds: u64) -> Option<Date> {
    let epoch = Date::from_ymd(1970, 1, 1)?;
    Some(epoch.plus_days(u32::try_from(seconds / 86_400).unwrap_or(u32::MAX)))
}

fn utc_text(seconds: u64) -> String {
    let rest = seconds % 86_400;
    let day = day_of(seconds).map_or_else(String::new, |day| day.to_string());
    format!("{day}T{:02}:{:02}:{:02}Z", rest / 3600, rest / 60 % 60, rest % 60)
}

#[cfg(test)]
mod tests {
    #[test]
    fn seconds_become_day_and_time() {
        assert_eq!(super::utc_text(0), "1970-01-01T00:00:00Z");
        assert_eq!(super::utc_text(1_796_128_496), "2026-12-01T12:34:56Z");
    }
}
