import Domain
import Services

/// Does in a house what panes ask for. Whoever owns the house decides on which queue.
package struct Errands {
  package let house: House
  package let actor: PersonID

  package init(in house: House, for actor: PersonID) {
    self.house = house
    self.actor = actor
  }

  package func answer(_ query: Query, at now: Instant) throws -> Answer {
    switch query {
    case .library: .library(try LibraryView.read(by: actor, at: now, in: house))
    case .libraryNumbers: .libraryNumbers(try LibraryView.numbers(by: actor, in: house))
    case .customer(let id, _): .customer(try CustomerView.read(id, by: actor, at: now, in: house))
    case .alerts: .alerts(try Reading.alerts(of: actor, limit: 200, in: house))
    case .drafts: .drafts(try Reading.drafts(of: actor, in: house))
    case .sea(let ask): .sea(try page(ask, at: now))
    case .seaCount(let terms): .seaCount(try count(terms))
    case .seaNews(let customers, let newest, let terms):
      .seaNews(try SeaNews.read(of: customers, since: newest, terms, by: actor, at: now, in: house))
    case .check(let query): .check(try check(query, at: now))
    case .shelf(let choice): .shelf(try shelf(choice, at: now))
    case .receipt(let code): .receipt(try ReceiptView.read(code, by: actor, in: house))
    case .axis(let id): .axis(try AxisLook.read(id, by: actor, at: now, in: house))
    case .caller(let number): .caller(try CallerLook.read(number, by: actor, in: house))
    case .seaViews: .seaViews(try Reading.seaViews(of: actor, in: house))
    case .pickOutlook(let id): .pickOutlook(try PickOutlook.read(id, by: actor, at: now, in: house))
    case .lost: .lost(try LostView.read(by: actor, at: now, in: house))
    case .approvals: .approvals(try ApprovalsView.read(by: actor, at: now, in: house))
    case .forecast: .forecast(try ReleaseForecast.read(by: actor, at: now, in: house))
    case .holderForecast(let holder):
      .holderForecast(try HolderForecast.read(of: holder, by: actor, at: now, in: house))
    case .answerers(let days):
      .answerers(try RequestQueue.answerers(of: actor, days: days, in: house))
    case .initials(let texts): .initials(initials(of: texts))
    }
  }

  private func initials(of texts: [String]) -> [String: String] {
    let pinyin = house.rules.tables.pinyin
    return Dictionary(texts.map { ($0, pinyin.initials(of: $0)) }) { first, _ in first }
  }

  package func perform(_ deed: Deed, at now: Instant) throws -> Receipt {
    switch deed {
    case .release(let subjects, let reason):
      return try each(subjects) {
        try ReleaseCustomer($0.id, reason: reason).perform(by: actor, at: now, in: house)
      }
    case .undoRelease(let subjects):
      return try each(subjects) { try UndoRelease($0.id).perform(by: actor, at: now, in: house) }
    case .write(let entry, let subject, let draft):
      let note = WriteNote(entry, on: subject.id, draft: draft)
      return .written(try note.perform(by: actor, at: now, in: house))
    case .takeBack(let note, let subject, _):
      try TakeBackNote(note, on: subject.id).perform(by: actor, at: now, in: house)
    case .plan(let next, let subject, _):
      try PlanContact(next, with: subject.id).perform(by: actor, at: now, in: house)
    case .pick(let subjects): return .picked(try pick(subjects, at: now))
    case .undoPick(let subjects):
      return try each(subjects) { try UndoPick($0.id).perform(by: actor, at: now, in: house) }
    case .swap(let old, let new): return .picked(try swap(old, for: new, at: now))
    case .undoSwap(let old, let new):
      try UndoSwap(picked: new.id, released: old.id).perform(by: actor, at: now, in: house)
    case .change(let change, let subject):
      return .changed(try ChangeCustomer(subject.id, change).perform(by: actor, at: now, in: house))
    case .check(let query, _):
      return .checked(try CheckCollision(query).perform(by: actor, at: now, in: house))
    case .enter(let form, let application, let old):
      let entry = EnterCustomer(form, application: application, releasing: old?.id)
      return .entered(try entry.perform(by: actor, at: now, in: house))
    case .apply(let entry): try Apply(entry).perform(by: actor, at: now, in: house)
    case .answerApplication(let application, let answer, _):
      try AnswerApplication(application, answer).perform(by: actor, at: now, in: house)
    case .withdraw(let application, _):
      try WithdrawApplication(application).perform(by: actor, at: now, in: house)
    case .judge(let dispute, let judgement, let remark):
      try JudgeCollision(dispute.customer, judgement, remark: remark, of: dispute.id)
        .perform(by: actor, at: now, in: house)
    case .tell(let subject, let text):
      try TellHolder(subject.id, text: text).perform(by: actor, at: now, in: house)
    case .pair(let subject, let text):
      let found = try OtherLook.read(text, beside: subject.id, by: actor, in: house)
      let other = try PairCustomers(subject.id, found.id).perform(by: actor, at: now, in: house)
      return .paired(Subject(other.id, name: other.name))
    case .keepSeaView(let change):
      let act = change.after.map { KeepSeaView($0) } ?? KeepSeaView(dropping: change.digit)
      try act.perform(by: actor, at: now, in: house)
    case .askExtension(let subject, let days, let reason):
      let ask = AskExtension(subject.id, days: days, reason: reason)
      return .asked(try ask.perform(by: actor, at: now, in: house).of)
    case .askTakeBack(let subject):
      return .asked(try AskTakeBack(subject.id).perform(by: actor, at: now, in: house).of)
    case .addOrder(let subject, let amount, let contract):
      return .ordered(
        try AddOrder(subject.id, amount: amount, contract: contract).perform(by: actor, at: now, in: house))
    case .takeBackCustomer(let subject):
      try TakeBackCustomer(subject.id).perform(by: actor, at: now, in: house)
    case .answer(let asked, let isGranted, let remark):
      return try each(asked.map(\.about)) { subject in
        for asked in asked where asked.about == subject {
          try AnswerRequest(asked.request, granted: isGranted, remark: remark)
            .perform(by: actor, at: now, in: house)
        }
      }
    case .confirmReleases(let shownAt):
      return .confirmed(try ConfirmReleases(shownAt: shownAt).perform(by: actor, at: now, in: house))
    case .confirmForecast: try ConfirmForecast().perform(by: actor, at: now, in: house)
    case .keepDraft(let draft, let customer):
      try KeepDraft(draft, on: customer).perform(by: actor, at: now, in: house)
    case .markAlertsSeen(let newest):
      try MarkAlertsSeen(upTo: newest).perform(by: actor, at: now, in: house)
    case .noteNumberShown(let customer):
      try NoteNumberShown(customer).perform(by: actor, at: now, in: house)
    }
    return .none
  }

  /// Each by itself: one refusal stops none of the others. A single one is simply refused.
  private func each(_ subjects: [Subject], _ act: (Subject) throws -> Void) throws -> Receipt {
    var refusals: [Subject: Refusal] = [:]
    for subject in subjects {
      do {
        try act(subject)
      } catch let refusal as Refusal where subjects.count > 1 {
        refusals[subject] = refusal
      }
    }
    return .refused(refusals)
  }
}
