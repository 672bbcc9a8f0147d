import Questions
import Testing

@Suite struct CodeFormTests {
    @Test(arguments: [
        "586", "ORPHA:586", "orpha:586", "Orpha 586", "ORPHA586", "orphanet_586", "ORDO:586", "ORPHAcode: 586",
        "http://www.orpha.net/ORDO/Orphanet_586", " 0586 ", "ORPHA-586",
    ])
    func orpha(_ text: String) { #expect(CodeForm.orpha(text) == "ORPHA:586") }

    @Test(arguments: [
        "MONDO:0007739", "mondo:0007739", "7739", "0007739", "MONDO_0007739", "mondo 7739",
        "http://purl.obolibrary.org/obo/MONDO_0007739",
    ])
    func mondo(_ text: String) { #expect(CodeForm.mondo(text) == "MONDO:0007739") }

    @Test(arguments: ["OMIM:603903", "603903", "omim 603903", "MIM:603903", "#603903", "https://omim.org/entry/603903"])
    func omim(_ text: String) { #expect(CodeForm.omim(text) == "OMIM:603903") }

    @Test(arguments: [
        ("G11", "G11"), ("g11", "G11"), ("g11.1", "G11.1"), ("G111", "G11.1"), ("CIM-10 G11.1", "G11.1"), ("f", "F"),
        ("ICD-10: g11", "G11"), ("ICD10:G11", "G11"), ("http://id.who.int/icd/release/10/G11.1", "G11.1"),
    ])
    func icd10(_ text: String, _ code: String) { #expect(CodeForm.icd10(text) == code) }

    @Test(arguments: ["", "abc", "ORPHA:", "58 6", "ORPHA:5x", "MONDO:12345678x", "1.1", "é"])
    func whatIsNoCode(_ text: String) {
        #expect(CodeForm.orpha(text) == nil)
        #expect(CodeForm.mondo(text) == nil)
        #expect(CodeForm.omim(text) == nil)
    }

    @Test(arguments: ["", "11", "G1.1.1", "GG1", "G11.x", "é"])
    func whatIsNoCodeOfICD10(_ text: String) { #expect(CodeForm.icd10(text) == nil) }
}
