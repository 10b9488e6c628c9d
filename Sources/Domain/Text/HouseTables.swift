/// The tables behind names, numbers and search, as one house uses them. Each is made when it is first asked for: a
/// search needs the folding alone, an eighth of the work of them all.
package struct HouseTables: Sendable {
  private let makeFolding: @Sendable () -> Folding
  private let makePinyin: @Sendable () -> Pinyin
  private let makeNames: @Sendable () -> NameTables
  private let makeNumbers: @Sendable () -> PhoneTables

  /// What is given is asked again at each use, and should be kept by whoever gives it.
  package init(
    folding: @autoclosure @escaping @Sendable () -> Folding,
    pinyin: @autoclosure @escaping @Sendable () -> Pinyin,
    names: @autoclosure @escaping @Sendable () -> NameTables,
    numbers: @autoclosure @escaping @Sendable () -> PhoneTables
  ) {
    makeFolding = folding
    makePinyin = pinyin
    makeNames = names
    makeNumbers = numbers
  }

  package var folding: Folding { makeFolding() }
  package var pinyin: Pinyin { makePinyin() }
  package var names: NameTables { makeNames() }
  package var numbers: PhoneTables { makeNumbers() }
}
