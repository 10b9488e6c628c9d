import Domain

/// Reports (R8.5), worded alike on the screen, on paper and in a pipe.
extension Wording {
  /// `电话 2026-11-01 到 2026-11-26, 按人. 14:32 的数`
  package func title(
    of kind: ReportKind, by grouping: ReportGrouping, _ days: ClosedRange<Day>, department: String?,
    asOf moment: Instant, at now: Instant
  ) -> String {
    let values: KeyValuePairs = [
      "report": name(kind), "from": days.lowerBound.iso, "to": days.upperBound.iso,
      "time": self.moment(moment, at: now), "by": name(grouping), "department": department ?? "",
    ]
    let key = kind.isOfNow ? "reports.title.now" : "reports.title"
    return words(department == nil ? key : key + ".of", values)
  }

  package func name(_ kind: ReportKind) -> String { words["reports.kind.\(kind.rawValue)"] }
  package func name(_ grouping: ReportGrouping) -> String { words["reports.by.\(grouping.rawValue)"] }
  package func heading(_ figure: ReportFigure) -> String { words["reports.figure.\(figure.rawValue)"] }
  package func meaning(_ figure: ReportFigure) -> String { words["reports.means.\(figure.rawValue)"] }

  package func name(_ subject: ReportSubject) -> String {
    switch subject {
    case .person(_, let name, _): name
    case .part(let key, let title?): key == title.chinese ? key : "\(key) \(self.title(title))"
    default: subject.key
    }
  }

  /// As a column shows it: what a month asks of it stands behind it, and `-` where there is nothing to reckon it from.
  package func text(_ figure: ReportFigure, of figures: ReportFigures, in kind: ReportKind) -> String {
    let done = text(figures.value(figure), as: figure.form)
    guard kind == .targets, let target = figure.target else { return done }
    let asked = figures[target] == 0 ? "-" : text(figures[target], as: target.form)
    return "\(done)/\(asked)"
  }

  package func text(_ value: Int?, as form: ReportFigure.Form) -> String {
    guard let value else { return "-" }
    return switch form {
    case .count: String(value)
    case .money: Amount(fen: Int64(value)).text
    case .percent: "\(value)%"
    case .tenths: "\(value / 10).\(value % 10)"
    }
  }

  /// - Parameter policy: whose outcomes and stages they are.
  package func text(_ what: ReportRow.What, _ policy: Policy?, at now: Instant) -> String {
    switch what {
    case .outcome(let outcome):
      policy?.notes.outcome(outcome).map { title($0.title) } ?? outcome.rawValue
    case .wayIn(let way): words["way_in.\(way.rawValue)"]
    case .end(let code): words["reports.end.\(code)"]
    case .amount(let amount): amount.grouped
    case .stage(let stage):
      "\(stage) "
        + (policy.flatMap { $0.stages.indices.contains(stage - 1) ? title($0.stages[stage - 1]) : nil } ?? "")
    case .level(let level): level
    case .done(let moment): words("reports.done", ["time": short(moment, at: now)])
    case .missed: words["reports.missed"]
    }
  }
}

extension Wording {
  /// `通话 3:20`, `空闲 0:12`
  package func text(_ state: FloorState, at now: Instant) -> String {
    guard let since = state.since else { return words["wallboard.state.not_begun"] }
    return words("wallboard.state.\(state.code)", ["time": duration(now - since)])
  }

  /// `敲锣! 何小满(三部) 签单 12,800.00 元`
  package func text(_ signing: Signing) -> String {
    words(
      "signing.rings",
      ["name": signing.name, "department": signing.department, "amount": signing.amount.grouped])
  }
}

extension ReportFigures {
  /// How much of what a month asks is reached, in percent: of the money first, else of what is counted; nil where it asks
  /// nothing.
  package var reached: Int? {
    for figure in ReportFigure.targeted.reversed() {
      guard let target = figure.target, self[target] > 0 else { continue }
      return self[figure] * 100 / self[target]
    }
    return nil
  }
}
