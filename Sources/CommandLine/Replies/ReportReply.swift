import Domain
import Services

/// A report as lines: what it counts, when and of whom first, then a line each, and the sum.
struct ReportReply {
  private let report: Report
  private let call: Invocation
  private var figures: [ReportFigure] { report.kind.figures }

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
        row: [name(line.subject)] + shown(line.figures))
    }
    let total = Reply.Item(
      json: .object(values(report.total).merging(["key": .text("total")]) { one, _ in one }),
      row: [call.words["reports.total"]] + shown(report.total))
    return Reply(
      list: [head] + lines + [total],
      under: [call.words["reports.by.\(report.grouping.rawValue)"]] + figures.map(heading), whenEmpty: "")
  }

  /// For a spreadsheet: the heads, the lines; no sum, which it makes itself.
  var csv: Reply {
    let heads = ["key", "name"] + figures.map(\.rawValue)
    let lines = report.lines.map { line in
      [line.subject.key, name(line.subject)] + figures.map { text(line.figures[$0], of: $0) }
    }
    return Reply(head(), text: ([heads] + lines).map(CSVCell.line).joined(separator: "\n"))
  }

  func head(path: String? = nil) -> [String: JSONOutput] {
    let definitions = figures.map {
      ($0.rawValue, JSONOutput.text(call.words["reports.means.\($0.rawValue)"]))
    }
    var head: [String: JSONOutput] = [
      "report": .text(report.kind.rawValue), "by": .text(report.grouping.rawValue),
      "from": .text(report.days.lowerBound.iso), "to": .text(report.days.upperBound.iso),
      "department": .text(report.department), "at": call.time(report.at),
      "definitions": .object(Dictionary(definitions) { first, _ in first }),
      "total": .object(values(report.total)),
    ]
    if let path { head["path"] = .text(path) }
    return head
  }

  /// `电话 2026-11-01 到 2026-11-26, 按人. 14:32 的数`
  var title: String {
    call.words(
      "reports.title",
      [
        "report": call.words["reports.kind.\(report.kind.rawValue)"], "from": report.days.lowerBound.iso,
        "to": report.days.upperBound.iso, "time": call.wording.moment(report.at, at: call.now),
        "by": call.words["reports.by.\(report.grouping.rawValue)"],
      ])
  }

  private var definitions: String {
    figures.map { "  \(heading($0)): \(call.words["reports.means.\($0.rawValue)"])" }.joined(separator: "\n")
  }

  func heading(_ figure: ReportFigure) -> String { call.words["reports.figure.\(figure.rawValue)"] }

  func name(_ subject: ReportSubject) -> String {
    switch subject {
    case .person(_, let name, _): name
    default: subject.key
    }
  }

  func shown(_ figures: ReportFigures) -> [String] { self.figures.map { text(figures[$0], of: $0) } }

  private func text(_ count: Int, of figure: ReportFigure) -> String {
    figure.isMoney ? Amount(fen: Int64(count)).text : String(count)
  }

  private func subject(_ subject: ReportSubject) -> [String: JSONOutput] {
    var fields: [String: JSONOutput] = ["key": .text(subject.key), "name": .text(name(subject))]
    switch subject {
    case .person(let login, _, let department):
      (fields["login"], fields["department"]) = (.text(login), .text(department))
    case .department: break
    case .days(_, let days):
      (fields["from"], fields["to"]) = (.text(days.lowerBound.iso), .text(days.upperBound.iso))
    }
    return fields
  }

  private func values(_ figures: ReportFigures) -> [String: JSONOutput] {
    let values = self.figures.map { figure in
      let count = figures[figure]
      return (figure.rawValue, figure.isMoney ? JSONOutput.text(text(count, of: figure)) : .integer(count))
    }
    return Dictionary(values) { first, _ in first }
  }
}
