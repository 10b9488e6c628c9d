import Assets

/// Every key of every pane, as their tables have it.
package enum CheatSheet {
  struct Page: Sendable {
    let pane: any Pane.Type
    let place: String
    var isForm = false
  }

  /// All panes there are: those one goes to by their digits first.
  static let pages: [Page] =
    zip(
      [
        LibraryPane.self, CallListPane.self, SeaPane.self, CheckPane.self, TomorrowPane.self, AlertsPane.self,
        EveningPane.self, ApprovalsPane.self, ReportsPane.self,
      ] as [any Pane.Type], PaneID.allCases
    ).map { Page(pane: $0, place: String($1.rawValue)) }
    + [
      Page(pane: CustomerPane.self, place: "C"), Page(pane: WorkPane.self, place: "W"),
      Page(pane: SwapPane.self, place: "S"),
    ]
    + ([
      OutlookPane.self, LostPane.self, HandoverPane.self, CountersPane.self, EveningListPane.self,
      HolderForecastPane.self,
      SuspicionsPane.self, OrdersPane.self, ReportListPane.self, WallboardPane.self, WhyPane.self,
      FirstMinutePane.self,
    ] as [any Pane.Type]).map { Page(pane: $0, place: "") }
    + ([
      NotePane.self, FormPane.self, PlanPane.self, ExtensionPane.self, AskPane.self, LinePane.self,
      OrderPane.self,
      RefusalPane.self, ConfirmPane.self, HelpPane.self,
    ] as [any Pane.Type]).map { Page(pane: $0, place: "F", isForm: true) }

  package static var lines: [KeyLine] { pages.flatMap { $0.pane.keyLines(on: $0) } }
}

extension Pane {
  fileprivate static func keyLines(on page: CheatSheet.Page) -> [KeyLine] {
    let name = String("\(Self.self)".dropLast("Pane".count))
    return keymap.bindings.map { binding in
      KeyLine(
        pane: name.prefix(1).lowercased() + name.dropFirst(), place: page.place, isForm: page.isForm,
        command: "\(binding.command)", keys: KeyColumn(binding.keys).labels,
        word: page.isForm ? binding.help : "do.\(binding.command)", help: binding.help,
        isHere: binding.isHere)
    }
  }
}
