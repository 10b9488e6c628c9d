/// How a scalar is treated when text is shown.
enum ScalarKind {
  case blank
  case dropped
  case joiner
  case mark
  case unknown
  case shown(columns: Int)

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x20...0x7E: self = .shown(columns: 1)
    case 0x4E00...0x9FFF: self = .shown(columns: 2)
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: self = .blank
    case 0x00...0x1F, 0x7F...0x9F: self = .dropped
    case 0x200D: self = .joiner
    default: self = scalar.isInvisible ? .dropped : ScalarKind(width: TextWidth.of(scalar))
    }
  }

  private init(width: Int?) {
    switch width {
    case nil: self = .unknown
    case 0: self = .mark
    case let columns?: self = .shown(columns: columns)
    }
  }
}

extension Unicode.Scalar {
  /// Soft hyphen, zero-width and bidirectional controls, variation selectors, byte order mark, annotations, tags.
  var isInvisible: Bool {
    switch value {
    case 0xAD, 0x34F, 0x61C, 0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F,
      0xFE00...0xFE0F, 0xFEFF, 0xFFF0...0xFFFB, 0xE0000...0xE0FFF:
      true
    default: false
    }
  }

  /// Turns the writing direction, or has no width: nobody types one, and pastes bring it along unseen. The joiner of
  /// pictures stays.
  var isUnseenMark: Bool {
    switch value {
    case 0x61C, 0x200B...0x200C, 0x200E...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: true
    default: false
    }
  }

  /// The letter behind half a flag: two halves side by side would be one picture on some terminals, two on others.
  var flagLetter: Unicode.Scalar? {
    0x1F1E6...0x1F1FF ~= value ? Unicode.Scalar(value - 0x1F1E6 + 0x41) : nil
  }

  var isSkinTone: Bool { 0x1F3FB...0x1F3FF ~= value }

  var isPictograph: Bool { 0x2190...0x2BFF ~= value || 0x1F000...0x1FAFF ~= value }

  /// A Chinese character, or one of the few signs that only an input method writes among them.
  package var isHan: Bool {
    switch value {
    case 0x3005...0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: true
    default: false
    }
  }
}
