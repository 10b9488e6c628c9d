import Domain
import Services

/// The evening, a line an agent.
struct EveningReply {
  private let call: Invocation

  init(_ call: Invocation) {
    self.call = call
  }

  func item(_ line: EveningLine, _ board: EveningBoard) -> Reply.Item {
    Reply.Item(json: .object(json(line, board)), row: row(line))
  }

  private func json(_ line: EveningLine, _ board: EveningBoard) -> [String: JSONOutput] {
    var fields = DayCommands.json(line.day)
    fields.merge([
      "date": .text(board.evening.iso), "for": .text(board.day.iso), "login": .text(line.agent.login),
      "name": .text(line.agent.name), "department": .text(line.agent.departmentName),
      "prepared": .integer(line.figures.prepared), "prepared_target": .integer(line.figures.target),
      "new": .integer(line.figures.new), "new_target": .integer(line.figures.newTarget),
      "overdue": .integer(line.overdue), "warnings": .integer(line.warnings),
      "status": .text(line.status.rawValue), "whole": .bool(line.isWhole),
      "submitted_at": call.time(line.submittedAt), "late": .bool(line.list?.isLate ?? false),
      "changed": .bool(line.list?.isChanged ?? false),
      "passed_by": .text(line.status == .passed ? line.passedBy?.name : nil),
      "deputy": .text(line.absence?.deputy.name), "version": .integer(line.version),
    ]) { _, own in own }
    return fields
  }

  var heading: [String] {
    call.heading("person", "tomorrow", "new") + DayFigure.allCases.map { call.words["figure.\($0.rawValue)"] }
      + call.heading("overdue", "warned", "list", "remark")
  }

  private func row(_ line: EveningLine) -> [String] {
    // R7.4: on a day of visits no calls are expected, and the other way round.
    let figures = DayFigure.allCases.map {
      line.day.isExpected($0) ? short(line.day.count(of: $0), line.day.target(of: $0)) : "-"
    }
    return
      [
        line.agent.name, short(line.figures.prepared, line.figures.target),
        short(line.figures.new, line.figures.newTarget),
      ] + figures + [
        line.overdue > 0 ? "\(line.overdue)<" : "0", String(line.warnings),
        call.words["evening.status.\(line.status.rawValue)"],
      ] + marks(of: line)
  }

  private func marks(of line: EveningLine) -> [String] {
    guard let list = line.list else { return [] }
    return (list.isLate ? [call.words["list.late"]] : [])
      + (list.isChanged ? [call.words["list.changed"]] : [])
  }

  /// What falls short is marked, without colour too.
  private func short(_ count: Int, _ target: Int) -> String {
    "\(count)/\(target)\(count < target ? "<" : "")"
  }

  func item(_ planned: PlannedCall) -> Reply.Item {
    let end = planned.end.map { call.words["end.\($0.wordKey)"] }
    return Reply.Item(
      json: .object([
        "code": .text(planned.id.code), "name": .text(planned.name), "planned": .bool(true),
        "source": .text(planned.source.rawValue), "called": .bool(planned.call != nil),
        "outcome": .text(planned.call?.outcome.rawValue), "called_at": call.time(planned.call?.at),
        "end_reason": .text(planned.end?.code),
      ]),
      row: [
        planned.id.code, planned.name,
        call.words[planned.call == nil ? "evening.not_called" : "evening.called"], end ?? "",
      ])
  }

  func item(_ line: EveningHistory.Line) -> Reply.Item {
    Reply.Item(
      json: .object([
        "date": .text(line.evening.iso), "login": .text(line.agent.login), "name": .text(line.agent.name),
        "department": .text(line.agent.departmentName), "status": .text(line.status.rawValue),
        "submitted_at": call.time(line.submittedAt), "late": .bool(line.isLate),
        "passed_by": .text(line.status == .passed ? line.passedBy?.name : nil),
        "answered_at": call.time(line.answeredAt), "remark": .text(line.remark),
        "at_close": .text(line.atClose?.rawValue),
      ]),
      row: [
        line.evening.iso, line.agent.name, call.words["evening.status.\(line.status.rawValue)"],
        line.status == .passed ? line.passedBy?.name ?? "-" : "-",
        line.isLate ? call.words["list.late"] : "-",
        line.atClose == nil ? "" : call.words["evening.unsigned"],
      ])
  }
}
