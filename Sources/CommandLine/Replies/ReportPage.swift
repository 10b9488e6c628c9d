import Domain
import Services

/// A report as one page of HTML that needs nothing beside it, for the printer: a chart of its first figure and the table
/// (R8.5). What comes from data is escaped; nothing in it runs.
struct ReportPage {
  private let report: Report
  private let reply: ReportReply
  private let call: Invocation

  init(_ report: Report, _ call: Invocation) {
    self.report = report
    self.call = call
    reply = ReportReply(report, call)
  }

  var html: String {
    """
    <!DOCTYPE html>
    <html lang="\(call.words.language.rawValue)">
    <head>
    <meta charset="utf-8">
    <title>\(escaped(reply.title))</title>
    <style>\(ReportPage.style)</style>
    </head>
    <body>
    <h1>\(escaped(reply.title))</h1>
    \(chart)
    \(table)
    <dl>
    \(definitions)
    </dl>
    </body>
    </html>

    """
  }

  /// Black on white, so that it prints, the heads on every sheet; figures at the right of their columns.
  private static let style = """
    body{font:14px/1.5 sans-serif;margin:2em;color:#000;background:#fff}
    h1{font-size:18px} table{border-collapse:collapse;margin:1em 0}
    th,td{border-bottom:1px solid #bbb;padding:2px 10px;text-align:right}
    th:first-child,td:first-child{text-align:left} tfoot td{font-weight:bold;border-top:2px solid #000}
    thead{display:table-header-group} tr,svg{break-inside:avoid} svg{max-width:100%}
    dt{font-weight:bold} dd{margin:0 0 4px 0} svg text{font:12px sans-serif}
    """

  private var table: String {
    return """
      <table>
      <thead>\(row(reply.headings, "th"))</thead>
      <tbody>
      \(report.lines.map { row([reply.name($0.subject)] + reply.shown($0.figures), "td") }.joined(separator: "\n"))
      </tbody>
      \(foot)
      </table>
      """
  }

  private var foot: String {
    guard report.kind.hasTotal else { return "" }
    return "<tfoot>\(row([call.words["reports.total"]] + reply.shown(report.total), "td"))</tfoot>"
  }

  private func row(_ cells: [String], _ tag: String) -> String {
    "<tr>" + cells.map { "<\(tag)>\(escaped($0))</\(tag)>" }.joined() + "</tr>"
  }

  private var definitions: String {
    report.kind.columns.map { figure in
      let (name, meaning) = (call.wording.heading(figure), call.wording.meaning(figure))
      return "<dt>\(escaped(name))</dt><dd>\(escaped(meaning))</dd>"
    }.joined(separator: "\n")
  }

  /// Of its first figure.
  private var chart: String {
    guard let figure = report.kind.columns.first, !report.lines.isEmpty else { return "" }
    let marks = report.lines.map { line in
      ReportChart.Mark(
        name: reply.name(line.subject), value: line.figures.value(figure) ?? 0,
        target: report.kind == .targets ? figure.target.map { line.figures[$0] } : nil,
        text: reply.shown(line.figures).first ?? "")
    }
    return """
      <h2>\(escaped(call.wording.heading(figure)))</h2>
      \(ReportChart(report, marks, escaped: escaped).svg)
      """
  }

  private func escaped(_ text: String) -> String {
    var escaped = ""
    for character in Reply.cleaned(text) {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
