/// What keeps a customer, and brings one back: extensions and take-backs.
extension ModelHouse {
  /// The most a director may grant.
  private static let mostDays = 30

  private func isOpen(_ request: Request, at now: Int) -> Bool {
    request.isGranted == nil && now < request.expires && holdings[request.holding].endedAt == nil
  }

  /// The agent asks for more time (R4.8).
  package mutating func ask(for days: Int, with customer: Int, by holder: Int, at now: Int) -> String {
    look(at: customer, now)
    guard let index = current(customer), holdings[index].holder == holder else {
      return notHeld(customer, by: holder)
    }
    guard (1...ModelHouse.mostDays).contains(days) else { return "invalid_field" }
    if holdings[index].opportunity.clocks.isEmpty { return "no_clock" }
    if let last = requests.last(where: { $0.holding == index }), last.isGranted != true {
      return "already_asked"
    }
    let isSpent = requests.contains {
      // A later month is this one as long as the clock stands wrong.
      $0.asker == holder && calendar.month($0.asked) >= calendar.month(now)
        && ($0.isGranted == true || isOpen($0, at: now))
    }
    if isSpent { return "extension_spent" }
    let expires = calendar.endOfNextDeskDay(after: now)
    requests.append(Request(holding: index, asker: holder, days: days, asked: now, expires: expires))
    holdings[index].opportunity.askedUntil = expires
    return "ok"
  }

  /// The director answers a request, by its number (R4.8).
  package mutating func answer(_ number: Int, granted: Bool, at now: Int) -> String {
    guard requests.indices.contains(number - 1) else { return "unknown_request" }
    let index = requests[number - 1].holding
    look(at: holdings[index].customer, now)
    guard isOpen(requests[number - 1], at: now) else { return "already_answered" }
    requests[number - 1].isGranted = granted
    if granted { holdings[index].opportunity.extend(by: requests[number - 1].days) }
    holdings[index].opportunity.askedUntil = now
    return "ok"
  }

  /// The director takes a release by rule back (R4.16).
  package mutating func takeBack(_ customer: Int, at now: Int) -> String {
    look(at: customer, now)
    guard current(customer) == nil, let index = holdings.lastIndex(where: { $0.customer == customer }),
      holdings[index].releasedAt == nil, let end = holdings[index].opportunity.end
    else { return "nothing_to_take_back" }
    if now >= calendar.endOfNextDeskDay(after: end.at - 1) { return "too_late" }
    if slots(of: holdings[index].holder, at: now) >= rules.capacity { return "library_full" }
    holdings[index].opportunity.end = nil
    holdings[index].opportunity.heldUntil = calendar.endOfNextDeskDay(after: now)
    return "ok"
  }
}
