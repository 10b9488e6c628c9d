import Domain
import Services
import TerminalKit

extension DeskState {
  // MARK: what was asked

  mutating func take(_ result: Result<Answer, Trouble>, to query: Query) -> [Effect] {
    switch result {
    case .success(let answer):
      if case .library(let view) = answer {
        (alertCount, requestCount) = (view.unseenAlerts, view.toAnswer)
      }
      var effects = isBack()
      if case .customer(let view) = answer, view.isFirstSight {
        effects.append(.act(.noteNumberShown(view.customer.id)))
      }
      offerDraft(answer)
      return effects + take(answer, toCaller: query) + forEachPane { $0.take(answer, to: query, $1) }
    case .failure(.refused(let refusal)):
      return [.say(text(of: refusal))] + forEachPane { $0.unanswered(query, $1) }
    case .failure(.failed(.interrupted)): return []
    case .failure(.failed(let failure)):
      return goAway(failure) + forEachPane { $0.unanswered(query, $1) }
    }
  }

  /// Every pane may have asked; each knows its own queries.
  private mutating func forEachPane(_ body: (inout any Pane, Context) -> [Effect]) -> [Effect] {
    let context = context
    var effects: [Effect] = []
    for id in PaneID.allCases {
      if var pane = bases[id] {
        effects += body(&pane, context)
        bases[id] = pane
      }
    }
    for index in layers.indices { effects += body(&layers[index], context) }
    return effects
  }

  // MARK: the base away and back

  mutating func take(_ result: Result<WorkingGround?, Trouble>) -> [Effect] {
    switch result {
    case .success(nil): return isBack()
    case .success(let ground?): return isBack() + move(to: ground) + refresh()
    case .failure(.failed(.interrupted)): return []
    case .failure(.failed(let failure)): return goAway(failure)
    case .failure: return []
    }
  }

  /// R4.15: what came into force holds here from now on, without a new start.
  private mutating func move(to ground: WorkingGround) -> [Effect] {
    guard let session = session.moved(to: ground) else { return [] }
    self.session = session
    return [.say(context.words["message.new_rules"])]
      + (place.closed(to: session) == nil ? [] : [.goTo(.library)])
  }

  private mutating func goAway(_ failure: DatabaseFailure) -> [Effect] {
    if away == nil { away = Away(since: now, failure: failure) }
    return [.after(DeskState.retryInterval, .poll)]
  }

  private mutating func isBack() -> [Effect] {
    guard away != nil else { return [] }
    away = nil
    return [.after(DeskState.pollInterval, .poll)] + refresh()
  }

  mutating func refresh() -> [Effect] {
    forEachPane { $0.refresh($1) }
  }

  // MARK: what was done

  mutating func take(_ result: Result<Receipt, Trouble>, of deed: Deed) -> [Effect] {
    switch result {
    case .success(let receipt):
      if deed.isQuiet { return forEachPane { $0.done(deed, receipt, $1) } }
      settleUndo(deed, receipt)
      let effects: [Effect] = [.say(Report(context, agreed: agreedBefore).text(of: deed, receipt))]
      return effects + finishCall(deed) + forEachPane { $0.done(deed, receipt, $1) } + refresh()
    case .failure(let trouble):
      call?.isSaving = false
      undo?.isOnItsWay = false
      let effects: [Effect] = deed.isQuiet ? [] : [.say(text(of: trouble))]
      return effects + forEachPane { $0.failed(deed, trouble, $1) } + refresh()
    }
  }

  /// With the customer whose quick outcome is being stored.
  private var agreedBefore: Instant? {
    call.flatMap { $0.isSaving ? $0.view.customer.nextContact : nil }
  }

  private mutating func settleUndo(_ deed: Deed, _ receipt: Receipt) {
    switch deed {
    case .undoRelease, .takeBack, .undoPick, .undoSwap: undo = deed.isRefused(receipt) ? nil : undo?.reversed
    default: undo = Undo(of: deed, receipt) ?? undo
    }
    undo?.isOnItsWay = false
  }

  /// The outcome of the call is stored: on to the next customer.
  private mutating func finishCall(_ deed: Deed) -> [Effect] {
    guard case .write(_, let subject, _) = deed, let call, call.isSaving, call.subject == subject else {
      return []
    }
    self.call = nil
    return top.subject == subject ? top.perform(.next, context) : []
  }

  func text(of trouble: Trouble) -> String {
    switch trouble {
    case .refused(let refusal): text(of: refusal)
    case .failed(let failure): context.wording.text(of: failure)
    }
  }

  func text(of refusal: Refusal) -> String {
    context.reason(of: refusal)
  }
}
