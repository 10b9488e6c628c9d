/// Scrolling without memory: nothing as long as the place is in view, else on by halves of the view. So a view can be
/// drawn from the caret alone, and most moves of the caret repaint nothing.
enum Scroll {
  static func offset(of place: Int, in length: Int) -> Int {
    guard length > 0, place >= length else { return 0 }
    let half = max(length / 2, 1)
    return (place - length + half) / half * half
  }
}
