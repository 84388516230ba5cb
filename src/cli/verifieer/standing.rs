//! How a letter stands: as its receipt says, signed besides, or otherwise; and how many of each there are.

/// How a letter or a file of a run stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// As its receipt says.
    Same,
    /// As its receipt says, with a signature behind it.
    Signed,
    /// Otherwise.
    Other,
    /// Something of it could not be read.
    Unread,
}

impl Standing {
    /// The word for it in lines and in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Same => "gelijk",
            Self::Signed => "ondertekend",
            Self::Other => "anders",
            Self::Unread => "onleesbaar",
        }
    }
}

/// How many letters there are of each standing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counts {
    same: u64,
    signed: u64,
    other: u64,
    unread: u64,
}

impl Counts {
    /// Counts one.
    pub const fn add(&mut self, standing: Standing) {
        *match standing {
            Standing::Same => &mut self.same,
            Standing::Signed => &mut self.signed,
            Standing::Other => &mut self.other,
            Standing::Unread => &mut self.unread,
        } += 1;
    }

    /// The last line for the user; it speaks of signatures only where there are any.
    pub fn dutch(&self) -> String {
        let Self { same, signed, other, unread } = self;
        let line = format!("gelijk: {same}, anders: {other}, niet te lezen: {unread}");
        if *signed == 0 {
            return line;
        }
        format!(
            "{line}, ondertekend: {signed}\nEen ondertekende brief is gelijk gebleven: er staat alleen een handtekening achter. Of die \
             handtekening\ngeldig is en van wie zij is, controleert dit programma niet. Doe dat met een programma voor handtekeningen."
        )
    }
}
