import Assets
import Domain
import Services

/// A report as lines: what it counts, when and of whom first, then a line each, and the sum.
struct ReportReply {
  private let report: Report
  private let call: Invocation
  private var figures: [ReportFigure] { report.kind.figures }
  private var wording: Wording { call.wording }

  init(_ report: Report, _ call: Invocation) {
    self.report = report
    self.call = call
  }

  /// The lines with what they stand for, and the sum below them.
  var list: Reply {
    let head = Reply.Item(json: .object(head()), text: title + "\n" + definitions)
    let lines = report.lines.map { line in
      Reply.Item(
        json: .object(subject(line.subject).merging(values(line.figures)) { one, _ in one }),
        row: [wording.name(line.subject)] + shown(line.figures))
    }
    let total = Reply.Item(
      json: .object(values(report.total).merging(["key": .text("total")]) { one, _ in one }),
      row: [call.words["reports.total"]] + shown(report.total))
    var reply = Reply(
      list: [head] + lines + (report.kind.hasTotal ? [total] : []), under: headings, whenEmpty: "")
    reply.keepsHeading = true
    return reply
  }

  /// What stands above the columns.
  var headings: [String] {
    [wording.name(report.grouping)] + report.kind.columns.map(wording.heading)
      + (report.kind == .targets ? [call.words["reports.bar"]] : [])
  }

  /// For a spreadsheet: the heads, the lines; no sum, which it makes itself.
  var csv: Reply {
    let heads = ["key", "name"] + figures.map(\.rawValue)
    let lines = report.lines.map { line in
      [line.subject.key, wording.name(line.subject)]
        + figures.map { line.figures.value($0).map(number(of: $0)) ?? "" }
    }
    return Reply(head(), text: ([heads] + lines).map(CSVCell.line).joined(separator: "\n"))
  }

  func head(path: String? = nil) -> [String: JSONOutput] {
    let definitions = figures.map { ($0.rawValue, JSONOutput.text(wording.meaning($0))) }
    var head: [String: JSONOutput] = [
      "report": .text(report.kind.rawValue), "by": .text(report.grouping.rawValue),
      "from": .text(report.days.lowerBound.iso), "to": .text(report.days.upperBound.iso),
      "department": .text(report.department), "at": call.time(report.at),
      "definitions": .object(Dictionary(definitions) { first, _ in first }),
    ]
    if report.kind.hasTotal { head["total"] = .object(values(report.total)) }
    if let path { head["path"] = .text(path) }
    return head
  }

  var title: String {
    wording.title(
      of: report.kind, by: report.grouping, report.days, department: report.department, asOf: report.at,
      at: call.now)
  }

  private var definitions: String {
    report.kind.columns.map { "  \(wording.heading($0)): \(wording.meaning($0))" }.joined(separator: "\n")
  }

  func name(_ subject: ReportSubject) -> String { wording.name(subject) }

  func shown(_ figures: ReportFigures) -> [String] {
    report.kind.columns.map { wording.text($0, of: figures, in: report.kind) }
      + (report.kind == .targets ? [bar(figures.reached)] : [])
  }

  /// `======     62%`
  private func bar(_ percent: Int?) -> String {
    guard let percent else { return "-" }
    let filled = min(percent, 100) / 10
    return String(repeating: "=", count: filled) + String(repeating: " ", count: 10 - filled) + " \(percent)%"
  }

  private func subject(_ subject: ReportSubject) -> [String: JSONOutput] {
    var fields: [String: JSONOutput] = ["key": .text(subject.key), "name": .text(wording.name(subject))]
    switch subject {
    case .person(let login, _, let department):
      (fields["login"], fields["department"]) = (.text(login), .text(department))
    case .department, .part: break
    case .days(_, let days):
      (fields["from"], fields["to"]) = (.text(days.lowerBound.iso), .text(days.upperBound.iso))
    }
    return fields
  }

  private func values(_ figures: ReportFigures) -> [String: JSONOutput] {
    let values = self.figures.map { figure -> (String, JSONOutput) in
      guard let value = figures.value(figure) else { return (figure.rawValue, .null) }
      let isWhole = figure.form == .count || figure.form == .percent
      return (figure.rawValue, isWhole ? .integer(value) : .text(number(of: figure)(value)))
    }
    return Dictionary(values) { first, _ in first }
  }

  /// As scripts and spreadsheets read it: a share without its sign.
  private func number(of figure: ReportFigure) -> (Int) -> String {
    { figure.form == .percent ? String($0) : wording.text($0, as: figure.form) }
  }
}
