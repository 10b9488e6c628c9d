import Domain

extension HouseTables {
  /// The tables that come with the program, made at their first use.
  package static let shipped = HouseTables(
    folding: TextTables.folding, pinyin: TextTables.pinyin, names: .standard, numbers: .standard)
}
