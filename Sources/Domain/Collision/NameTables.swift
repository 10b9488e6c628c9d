/// What a company name is parsed with (R5.1). A class, though it never changes: a parser hands it on at every step, and a
/// struct of so many arrays is slow to hand on.
package final class NameTables: Sendable {
  package let folding: Folding
  package let gazetteer: Gazetteer
  /// The words stripped from a key: 贸易, 实业 ...
  let weakWords: WordTrie
  /// The words of industries; number 1 for those that only stand behind another (研究院).
  let industryWords: WordTrie
  /// The forms of organisation, spelled backwards, with the number of their role.
  let forms: WordTrie
  /// The endings of branches, spelled backwards: 分公司, 办事处.
  let branches: WordTrie
  /// What may follow a division: 开发区, 工业园区.
  let zones: WordTrie
  /// Short names of divisions that are more often words of a trade name: 东方.
  let notPlaces: WordTrie
  /// English forms, each a word of its own: ltd, inc.
  let formWords: Set<String>
  /// Endings of what is told apart by its place or number, spelled backwards: 医院, 支行.
  let institutions: WordTrie
  /// What is set aside before a name is taken apart: notes, what leads a former name, what leads a number.
  let notes: Set<String>
  let formers: Set<String>
  let labels: Set<String>

  enum FormRole: Int {
    /// 有限公司, 商行
    case form
    /// Stands before a form of company and belongs to it: 集团, 中心.
    case group
    /// Stands behind another form: 有限合伙.
    case mark
  }

  static let tail = 1

  /// - Parameters:
  ///   - words: a word and its role as in name_words.tsv.
  ///   - industries: a word and whether it only stands behind another.
  ///   - asides: a word and its role as in name_asides.tsv.
  package init(
    folding: Folding, gazetteer: Gazetteer, words: [(String, role: String)],
    industries: [(String, isTail: Bool)], asides: [(String, role: String)]
  ) {
    func trie(_ roles: [String: Int], reversed: Bool = false) -> WordTrie {
      var trie = WordTrie()
      for (word, role) in words {
        guard let value = roles[role] else { continue }
        let scalars = folding.scalars(of: word)
        trie.insert(reversed ? scalars.reversed() : scalars, value: value)
      }
      return trie
    }
    self.folding = folding
    self.gazetteer = gazetteer
    weakWords = trie(["strip": 0])
    forms = trie(["form": 0, "form-group": 1, "form-mark": 2], reversed: true)
    branches = trie(["branch": 0], reversed: true)
    zones = trie(["zone": 0])
    notPlaces = trie(["not-a-place": 0])
    formWords = Set(words.filter { $0.role == "form-word" }.map(\.0))
    institutions = trie(["institution": 0], reversed: true)
    func set(_ role: String) -> Set<String> {
      Set(asides.filter { $0.role == role }.map { folding.folded($0.0) })
    }
    notes = set("note")
    formers = set("former")
    labels = set("label")
    var industryWords = WordTrie()
    for (word, isTail) in industries {
      industryWords.insert(folding.scalars(of: word), value: isTail ? NameTables.tail : 0)
    }
    self.industryWords = industryWords
  }
}
