import Assets
import DeskFixtures

@testable import Desk

/// The ways to all panes, for what holds in every one.
enum PaneDoors {
  /// How one gets to each pane, with rows above and below the cursor where it has a list.
  static func open(
    _ pane: any Pane.Type, in language: Language = .chinese, manner: Manner = Manner()
  ) throws -> Scenario {
    func sit(_ floor: DeskFloor, as agent: DeskFloor.Agent = .zhang) throws -> Scenario {
      try Scenario(floor, as: agent, language: language, manner: manner)
    }
    return switch pane {
    case is SeaPane.Type: try sit(try .sea()).press("g", "3", "j", "j")
    case is SwapPane.Type: try sit(try .sea(["capacity": 4])).press("g", "3", "p", "j")
    case is CallListPane.Type: try sit(try .example()).press("g", "2", "j")
    case is WorkPane.Type: try sit(try .example()).press("g", "2", "j", "Enter")
    case is CountersPane.Type: try sit(try .busyDay()).press("g", "2", "9", "j", "j")
    case is FormPane.Type: try sit(try .example()).press("j", "e", "Shift-Tab")
    case is CheckPane.Type: try sit(try .sea()).press("g", "4").type("精密").press("Esc", "j")
    case is OutlookPane.Type: try sit(try .sea()).press("g", "3", "=")
    case is CustomerPane.Type: try sit(try .example()).press("j", "Enter", "j")
    case is NotePane.Type: try sit(try .example()).press("j", "w").type("要样品")
    case is PlanPane.Type: try sit(try .example()).press("j", "t").type("11-28 10:00")
    case is ExtensionPane.Type: try sit(try .example()).press("r", "1", "Tab").type("等预算")
    case is AskPane.Type: try sit(try .example()).press("r", "2", "2").type("云").press("Tab").type("便宜")
    case is LinePane.Type:
      try sit(try CheckJudgementTests.disputed().floor, as: .shen).press("g", "4", "5", "-", "1").type(
        "同")
    case is OrderPane.Type: try sit(try .example()).press("r", "8").type("1").press("Tab").type("日东")
    case is LostPane.Type: try sit(try .losses()).press("7", "j")
    case is TomorrowPane.Type: try sit(try .tomorrow()).press("g", "5", "+", "j")
    case is EveningPane.Type: try sit(try .evening(of: 3), as: .lin).press("g", "7", "2", "j")
    case is HandoverPane.Type: try sit(try .evening(of: 3), as: .lin).press("g", "7", "2", "j", "T", "j")
    case is ReportsPane.Type: try sit(try .evening(of: 3), as: .lin).press("g", "9", "j")
    case is ReportListPane.Type: try sit(try .evening(of: 3), as: .lin).press("g", "9", "End", "Enter", "j")
    case is WallboardPane.Type: try sit(try .evening(of: 3), as: .lin).press("g", "9", "8", "j")
    case is SuspicionsPane.Type: try sit(try .oddDay(), as: .lin).press("g", "7", "8", "j", "j")
    case is OrdersPane.Type: try sit(try .orders(), as: .lu).press("j")
    case is EveningListPane.Type:
      try sit(try .evening(of: 2), as: .lin).press("g", "7", "2", "j", "Enter", "j")
    case is ApprovalsPane.Type: try sit(try .requests(), as: .lin).press("g", "8", "j")
    case is RefusalPane.Type: try sit(try .requests(), as: .lin).press("g", "8", "-")
    case is HolderForecastPane.Type: try sit(try .example(), as: .lin).press("g", "8", "2", "Enter", "j")
    case is ConfirmPane.Type: try sit(try .flood(), as: .lin).press("g", "8", "2", "+")
    case is AlertsPane.Type: try sit(try .example()).press("g", "6", "j")
    case is WhyPane.Type: try sit(try .example()).press("=")
    case is FirstMinutePane.Type:
      try Scenario(try .example(), language: language, manner: manner, isFirstTime: true)
    case is HelpPane.Type: try sit(try .example()).press("?", "Down", "Down")
    default: try sit(try .example()).press("j", "j")
    }
  }
}
