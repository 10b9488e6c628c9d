/// The tables behind names, numbers and search, as one house uses them.
package struct HouseTables: Sendable {
  package let folding: Folding
  package let pinyin: Pinyin
  package let names: NameTables
  package let numbers: PhoneTables

  package init(folding: Folding, pinyin: Pinyin, names: NameTables, numbers: PhoneTables) {
    self.folding = folding
    self.pinyin = pinyin
    self.names = names
    self.numbers = numbers
  }
}
