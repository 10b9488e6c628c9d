/// The next contact as people type it (R6.2): 明天10点, 明3, 周五下午3点, 3天后, +3d, +2h, fri 15:30.
///
/// A phrase is a day and a time, in either order, each of which may be missing. The text is folded, cut into
/// tokens, and read by small rules; what they found is then placed on the calendar.
package enum WhenPhrase {
  package struct Resolved: Hashable, Sendable {
    package let moment: Instant
    /// False where the policy chose the time: the day came without one, or with no more than 下午.
    package let isTimeGiven: Bool
    /// Where the day is no desk day: the same time on the next one, to be offered (W13).
    package let nextDeskMoment: Instant?
    /// 约明天10点 is agreed with the customer, 明天回访 is ours (R6.1); nil where neither was said.
    package let isAgreed: Bool?
    /// Where no moment was said but a stretch, its end: a day, which lasts as long as the desk works, 下午, 2点到4点.
    package let end: Instant?

    package var isRestDay: Bool { nextDeskMoment != nil }

    package init(
      moment: Instant, isTimeGiven: Bool, nextDeskMoment: Instant?, isAgreed: Bool? = nil, end: Instant? = nil
    ) {
      self.moment = moment
      self.isTimeGiven = isTimeGiven
      self.nextDeskMoment = nextDeskMoment
      self.isAgreed = isAgreed
      self.end = end
    }

    /// For so many customers at once (R6.2): each the same moment where one was said; evenly over a stretch, by whole five
    /// minutes where it is long enough, so that not everybody is to be called at nine.
    package func moments(_ count: Int) -> [Instant] {
      let minutes = end.map { Int(($0 - moment) / 60) } ?? 0
      let step = minutes / max(count, 1)
      let even = step < 5 ? step : step / 5 * 5
      return (0..<count).map { moment + Int64(even > 0 ? $0 * even : $0 * minutes / count) * 60 }
    }
  }

  /// The moment the text means when it is said now.
  ///
  /// - A weekday is the next such day; today only while the time is still ahead. 下周二 and `next tue` are days
  ///   of the week after this one; weeks start on Monday.
  /// - A date without a year, or a day without a month, is the next such date, today included.
  /// - A time alone is today, or tomorrow where it is past.
  /// - Days, weeks, months and desk days ahead are bare days; hours and minutes count from now, seconds dropped.
  package static func resolve(
    _ text: String, now: Instant, calendar: HouseCalendar, defaults: WhenDefaults
  ) -> Result<Resolved, WhenError> {
    Result { () throws(WhenError) -> Resolved in
      let placement = WhenPlacement(now: now, calendar: calendar, defaults: defaults)
      if let exact = exactMoment(text, calendar) { return try placement.resolve(exact, isTimeGiven: true) }
      let tokens = try WhenLexer.tokens(of: text, defaults.vocabulary())
      var reader = WhenReader(
        tokens, defaults: defaults, deskHours: calendar.deskHours, minuteOfNow: calendar.minuteOfDay(now))
      return try placement.resolve(reader.read())
    }
  }

  /// A moment with a word of what it is for behind it: 明天10点 送样 (R11.8). The word begins behind a blank, with a letter,
  /// where nothing is understood any more.
  package static func resolvePlan(
    _ text: String, now: Instant, calendar: HouseCalendar, defaults: WhenDefaults
  ) -> Result<(moment: Resolved, purpose: String), WhenError> {
    func read(_ text: String) -> Result<Resolved, WhenError> {
      resolve(text, now: now, calendar: calendar, defaults: defaults)
    }
    let whole = read(text)
    guard case .failure(.unreadable) = whole else { return whole.map { ($0, "") } }
    let words = text.split(whereSeparator: \.isWhitespace)
    for count in (1..<max(words.count, 1)).reversed() where words[count].first?.isLetter == true {
      let moment = read(words[..<count].joined(separator: " "))
      // What is understood and yet no moment, 2月31日 送样, is wrong in its own way.
      if case .failure(.unreadable) = moment { continue }
      return moment.map { ($0, words[count...].joined(separator: " ")) }
    }
    return whole.map { ($0, "") }
  }

  /// A moment as programs write it, 2026-12-03T15:00:00+08:00, its seconds dropped.
  private static func exactMoment(_ text: String, _ calendar: HouseCalendar) -> Instant? {
    let text = text.drop(while: \.isWhitespace)
    guard text.utf8.count > 10, let moment = calendar.moment(iso8601: text) else { return nil }
    return calendar.moment(calendar.day(of: moment), minute: calendar.minuteOfDay(moment))
  }
}

/// Why a text is no next contact.
package enum WhenError: Error, Hashable, Sendable {
  /// Nothing was typed.
  case empty
  /// The first stretch nobody can read, as typed, cut to 24 characters (W14).
  case unreadable(String)
  /// A day the calendar does not have: 2-30.
  case noSuchDay
  /// A time no day has, or not the part of it that was named: 25:00, 上午15点.
  case noSuchTime
  /// It would have been this moment, which is not ahead; and what may have been meant instead.
  case past(Instant, next: Instant)
  /// Later than the policy allows.
  case tooFar
}
