import Storage

// What the views are made of, by name for those who show it and know nothing of the base.

package typealias Absence = Storage.Absence
package typealias Alert = Storage.Alert
package typealias AlertKind = Storage.AlertKind
package typealias AskedRequest = Storage.AskedRequest
package typealias CallMade = Storage.CallMade
package typealias Cooperation = Storage.Cooperation
package typealias CountedContact = Storage.CountedContact
package typealias DayList = Storage.DayList
package typealias Draft = Storage.Draft
package typealias HolderCount = Storage.HolderCount
package typealias Holding = Storage.Holding
package typealias Interrupter = Storage.Interrupter
package typealias KeptHit = Storage.KeptHit
package typealias KeptReceipt = Storage.KeptReceipt
package typealias KeptSeaView = Storage.KeptSeaView
package typealias LibraryRow = Storage.LibraryRow
package typealias LostRow = Storage.LostRow
package typealias RequestKind = Storage.RequestKind
package typealias RequestState = Storage.RequestState
package typealias RecordedEvent = Storage.RecordedEvent
package typealias RecordedNote = Storage.RecordedNote
package typealias RuleVersion = Storage.RuleVersion
package typealias SeaBase = Storage.SeaBase
package typealias SeaCursor = Storage.SeaCursor
package typealias SeaQuery = Storage.SeaQuery
package typealias SeaRow = Storage.SeaRow
package typealias SearchWord = Storage.SearchWord
