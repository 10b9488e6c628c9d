/// The marks of kana that Unicode may write apart (か + ゛, and all half-width kana): composed, since が is not か.
enum VoicedMark {
  case voiced, halfVoiced

  init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x3099, 0xFF9E: self = .voiced
    case 0x309A, 0xFF9F: self = .halfVoiced
    default: return nil
    }
  }

  /// Joins the mark with the kana before it; elsewhere it is dropped like any mark.
  func apply(to folded: inout [Unicode.Scalar]) {
    guard let last = folded.last, let step = step(from: last) else { return }
    guard let composed = Unicode.Scalar(last.value + step) else { return }
    folded[folded.count - 1] = composed
  }

  /// In Unicode the voiced kana follows the plain one, the half-voiced follows that; katakana lie 0x60 above hiragana.
  private func step(from kana: Unicode.Scalar) -> UInt32? {
    let hiragana = kana.value > 0x30A0 && kana.value < 0x3100 ? kana.value - 0x60 : kana.value
    switch hiragana {
    case 0x306F, 0x3072, 0x3075, 0x3078, 0x307B: return self == .voiced ? 1 : 2
    case 0x304B...0x3061 where hiragana % 2 == 1: return self == .voiced ? 1 : nil
    case 0x3064, 0x3066, 0x3068: return self == .voiced ? 1 : nil
    case 0x3046: return self == .voiced ? 0x4E : nil
    default: return nil
    }
  }
}
