import TerminalKit

/// Where things stand on every screen: two rows above, two below, the pane between them.
struct Frame: Hashable, Sendable {
  /// An 80x24 terminal may keep a row or two for the status lines of others.
  static let minimum = Size(rows: 22, columns: 80)
  /// From here on a list shows beside it what is selected in it.
  static let wideColumns = 120

  let size: Size
  /// One thing under the other, never two side by side: what is read aloud is read line by line.
  var isPlain = false

  private var screen: Rect { Rect(size) }

  var isTooSmall: Bool { size.rows < Frame.minimum.rows || size.columns < Frame.minimum.columns }
  var isWide: Bool { !isPlain && size.columns >= Frame.wideColumns }

  var title: Rect { screen.line(0) }
  var choices: Rect { screen.line(1) }
  /// Everything the pane draws itself: heads, body, why and latest.
  var content: Rect { screen.splitTop(2).rest.splitBottom(2).rest }
  /// The message row, and the one above it, which a long message takes.
  var message: Rect { screen.splitBottom(3).bottom.splitTop(2).top }
  var hints: Rect { screen.line(size.rows - 1) }

  /// The list of a pane, and below it the two rows of why and latest; on wide screens these stand at the right.
  var list: (body: Rect, footer: Rect) {
    let parts = content.splitBottom(isWide ? 0 : 2)
    return (parts.rest, parts.bottom)
  }

  /// How many rows a list has room for under its heads.
  var listHeight: Int { max(list.body.rows - 1, 0) }

  /// List and detail side by side, five eighths for the list.
  var split: SplitView {
    SplitView(minimumColumns: isPlain ? .max : Frame.wideColumns, masterColumns: size.columns * 5 / 8)
  }
}
