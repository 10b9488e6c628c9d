import TerminalKit

extension ReportsPane {
  static let keymap = Keymap<ReportsPane>(
    [
      .open(hasRows) { $0.openList($1) },
      Binding([.tab], .switchHalf, help: "key.next_figure", hint: "hint.next_figure", priority: 15) {
        $0.moveFigure(by: 1, $1)
      },
      Binding([.backTab], .switchHalfBack, help: "key.previous_figure") { $0.moveFigure(by: -1, $1) },
      Binding(
        ["o", .control("o")], .order, help: "key.report_order", hint: "hint.report_order", priority: 20
      ) { pane, _ in [.showPrefix(.arrange(pane.arrangements))] },
      Binding(["["], .earlier, help: "key.earlier", hint: "hint.earlier", priority: 25) {
        $0.step(back: true, $1)
      },
      Binding(["]"], .later, help: "key.later") { $0.step(back: false, $1) },
      .filter,
    ] + Binding.rows + Binding.items + Binding.going)

  private static let hasRows: Binding<ReportsPane>.Reason = { pane in
    guard let line = pane.selectedLine else { return "reports.no_line" }
    if !pane.figure.hasRows { return "reports.no_rows" }
    return (line.figures.value(pane.figure) ?? 0) == 0 ? "reports.list.empty" : nil
  }
}
