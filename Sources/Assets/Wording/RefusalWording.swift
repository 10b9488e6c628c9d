import Domain

extension Wording {
  /// Why a rule said no, and what to do, in one line.
  ///
  /// - Parameter actor: who was refused, so that "you" can be told from somebody else.
  package func text(of refusal: Refusal, for actor: PersonID? = nil, at now: Instant) -> String {
    switch refusal {
    case .held(let holder, let since):
      words(
        holder.id == actor ? "refusal.held.self" : "refusal.held",
        ["name": holder.name, "department": holder.department, "since": short(since, at: now)])
    case .undoPending(let holder, let until):
      words(
        "refusal.undo_pending",
        ["name": holder.name, "department": holder.department, "until": clock(until)])
    case .libraryFull(let held, let capacity):
      words("refusal.library_full", ["held": String(held), "capacity": String(capacity)])
    case .flowedBack(let at): words("refusal.flowed_back", ["at": due(at, at: now)])
    case .collision(let receipt): text(ofCollision: receipt, at: now)
    case .coolingDown(let until):
      words("refusal.cooling_down", ["until": date(until, today: calendar.day(of: now))])
    case .dailyLimit(let picked, let limit):
      words("refusal.daily_limit", ["picked": String(picked), "limit": String(limit)])
    case .noNumberToDial: words["refusal.no_number_to_dial"]
    case .cannotDial(.quiet(let until)):
      words("refusal.quiet_hours", ["until": short(until, at: now)])
    case .cannotDial(.triedEnough(let count)):
      words("refusal.tried_enough", ["count": String(count)])
    case .cannotDial: words["refusal.\(refusal.code)"]
    case .duePassed(let due): words("refusal.due_passed", ["due": self.due(due, at: now)])
    case .notAllowed(let act):
      words(notAllowedKey(act), ["act": words["act.\(act.rawValue)"]])
    case .unknownCustomer(let text): words("refusal.unknown_customer", ["customer": shown(text)])
    case .unknownPerson(let text): words("refusal.unknown_person", ["person": shown(text)])
    case .invalidField(let field, let problem):
      words(problemKey(problem, field), ["field": words["field.\(field)"]])
    case .nextContact(let error): text(of: error, at: now)
    case .wrongState(let state): words("refusal.wrong_state", ["state": words["state.\(state.rawValue)"]])
    case .alreadyAsked(let at): words("refusal.already_asked", ["at": short(at, at: now)])
    case .extensionSpent(let at, let next):
      words(
        "refusal.extension_spent",
        ["at": short(at, at: now), "next": date(next, today: calendar.day(of: now))])
    case .alreadyAnswered(let by?, let at?):
      words("refusal.already_answered.by", ["name": by, "at": short(at, at: now)])
    case .alreadyAnswered: words["refusal.already_answered"]
    case .unknownRequest(let text): words("refusal.unknown_request", ["request": shown(text)])
    case .appliedFor(let holder, let until):
      words(
        until == nil ? "refusal.applied_for" : "refusal.applied_for.until",
        [
          "name": holder.name, "department": holder.department,
          "until": until.map { due($0, at: now) } ?? "",
        ])
    case .alreadyApplied(let application, let at):
      words(
        "refusal.already_applied", ["application": String(application.value), "at": short(at, at: now)])
    case .tooManyApplications(let open):
      words("refusal.too_many_applications", ["count": String(open)])
    case .appliedInVain(let until):
      words("refusal.applied_in_vain", ["until": date(until, today: calendar.day(of: now))])
    case .unknownApplication(let text): words("refusal.unknown_application", ["application": shown(text)])
    case .noNeedToApply(let pick):
      words(
        pick == nil ? "refusal.no_need_to_apply" : "refusal.no_need_to_apply.pick", ["code": pick?.code ?? ""]
      )
    case .otherCompany(let name), .wrongName(let name):
      words("refusal.\(refusal.code)", ["name": shown(name)])
    case .application, .notYourApplication: words["refusal.\(refusal.code)"]
    case .appliedForMeanwhile(let application):
      words("refusal.applied_meanwhile", ["id": String(application.value)])
    case .answerStands: words["refusal.answer_stands"]
    case .merged(let survivor): words("refusal.merged", ["code": survivor.code])
    case .unknownReceipt(let text): words("refusal.unknown_receipt", ["receipt": shown(text)])
    case .orderWaits(let until): words("refusal.order_waits", ["until": due(until, at: now)])
    case .incomplete(let fields): words("refusal.incomplete", ["fields": names(of: fields)])
    case .unknownTask(let text): words("refusal.unknown_task", ["task": shown(text)])
    case .unknownDocument(let text): words("refusal.unknown_document", ["document": shown(text)])
    case .documentKnown(let document):
      words("refusal.document_known", ["id": String(document.id.value), "name": shown(document.name)])
    case .unknownNote(let text): words("refusal.unknown_note", ["note": shown(text)])
    case .notYourNote(let author):
      words("refusal.not_your_note", ["name": author.name, "department": author.department])
    case .unknownOrder(let text): words("refusal.unknown_order", ["order": shown(text)])
    case .wrongOrderState(let state):
      words("refusal.wrong_order_state", ["state": words["order.state.\(state.rawValue)"]])
    case .unknownPayment(let text): words("refusal.unknown_payment", ["payment": shown(text)])
    case .accountOpen(let holder):
      words("refusal.account_open", ["name": holder.name, "department": holder.department])
    case .otherContract(let names):
      words("refusal.other_contract", ["names": names.map(shown).joined(separator: ", ")])
    case .overpaid(let rest): words("refusal.overpaid", ["rest": rest.grouped])
    case .dueBeforeList(let due): words("refusal.due_before_list", ["due": self.due(due, at: now)])
    case .listShort(let figures):
      words(
        "refusal.list_short",
        [
          "prepared": "\(figures.prepared)/\(figures.target)", "new": "\(figures.new)/\(figures.newTarget)",
        ])
    case .alreadySubmitted(let at): words("refusal.already_submitted", ["at": short(at, at: now)])
    case .listPassed(let by, let at):
      words("refusal.list_passed", ["name": by.name, "department": by.department, "at": short(at, at: now)])
    case .otherDepartment(let agent):
      words("refusal.other_department", ["name": agent.name, "department": agent.department])
    case .away(let until, let deputy):
      words(
        "refusal.away", ["until": date(until, today: calendar.day(of: now)), "deputy": deputy.name])
    case .stillHolds(let count): words("refusal.still_holds", ["count": String(count)])
    case .deactivated(let name): words("refusal.deactivated", ["name": shown(name)])
    case .listChanged, .ownList, .alreadyListed, .notListed, .listEmpty, .notSubmitted, .notHeld, .notSandbox,
      .tooLateToUndo,
      .noCallableNumber, .noClock,
      .ownRequest, .noHelper, .nothingToTakeBack, .tooLateToTakeBack, .nothingToConfirm, .blocked,
      .houseAccount,
      .sameCustomer,
      .sameHolder, .nothingToHandOver, .noNeedToAsk, .changedSince, .ownAccount,
      .sameDepartment, .notAPair, .alreadyPaired, .nothingToJudge,
      .unprotected:
      words["refusal.\(refusal.code)"]
    }
  }

  /// Some fields can be told more of than others.
  private func problemKey(_ problem: Refusal.Problem, _ field: String) -> String {
    let exact = "problem.\(problem.rawValue).\(field)"
    return words.has(exact) ? exact : "problem.\(problem.rawValue)"
  }

  /// Some acts others can be asked for.
  private func notAllowedKey(_ act: Act) -> String {
    let exact = "refusal.not_allowed.\(act.rawValue)"
    return words.has(exact) ? exact : "refusal.not_allowed"
  }

  /// What somebody typed, short enough for a line.
  private func shown(_ text: String) -> String {
    text.count <= 40 ? text : text.prefix(40) + "~"
  }
}

extension Wording {
  /// Why the base can't be used, and what to do, in one line.
  package func text(of failure: DatabaseFailure) -> String {
    switch failure {
    case .missing(let path): words("failure.missing", ["path": path])
    case .exists(let path): words("failure.exists", ["path": path])
    case .notADatabase(let path): words("failure.not_a_database", ["path": path])
    case .newerVersion(let path, let found, let known):
      words("failure.newer_version", ["path": path, "found": String(found), "known": String(known)])
    case .moved(let path): words("failure.moved", ["path": path])
    case .readOnly: words["failure.read_only"]
    case .locked: words["failure.locked"]
    case .full: words["failure.full"]
    case .cannotOpen(let path, let reason):
      words("failure.cannot_open", ["path": path, "reason": reason])
    case .failed(let reason): words("failure.failed", ["reason": reason])
    case .interrupted: words["failure.interrupted"]
    }
  }
}
