#!/usr/bin/env python3
"""usage: recall.py - compares three ways to find words in text that is written without spaces.

    pairs      overlapping pairs of letters; a query is a phrase of its pairs, a single letter a prefix (what the program does)
    triples    overlapping sequences of three letters, as SQLite's tokenizer "trigram"; a shorter query finds nothing
    words      words of a dictionary, longest match first; a query is a phrase of its words

The sentences are invented. Below each stand queries that a reader would use to find it; a sentence is relevant to a query only
if the query stands below it. The dictionary of `words` has the words that are listed with each language, but not the names and new
words, as is usual. Prints recall (relevant sentences that are found) and precision (found sentences that are relevant).
"""

SENTENCES = {
    "Chinese": (
        "东亚 安全 合作 会议 在 北京 举行 朝鲜 半岛 问题 研究 研究生 生命 起源 核 武器 海洋 渔业 协定 谈判 东京 京都 中国 发展 国家 代表 代表团 的 和 与",
        [
            ("东亚安全合作会议在北京举行", "安全 合作 安全合作 东亚 会议 北京"),
            ("朝鲜半岛无核化问题研究", "朝鲜 半岛 无核化 核 研究 朝鲜半岛"),
            ("研究生命的起源", "生命 起源 研究"),
            ("海洋渔业协定的谈判", "渔业 谈判 协定 海洋"),
            ("东京都代表团", "东京 代表团 代表"),
            ("京都会议", "京都 会议"),
            ("张晓梅与李建国的报告", "张晓梅 晓梅 李建国 报告"),
            ("发展中国家代表", "发展中国家 国家 代表 发展"),
        ],
    ),
    "Japanese": (
        "東アジア 安全 保障 協力 に 関する 報告 核 不拡散 条約 の と 運用 検討 会議 漁業 協定 交渉 東京 京都 議定書 環境 大臣 海洋 汚染 外国 人 参政 権",
        [
            ("東アジア安全保障協力に関する報告", "安全保障 東アジア 協力 安保協力 報告"),
            ("核不拡散条約運用検討会議", "核 条約 核不拡散 会議 検討会議"),
            ("東京都の環境", "東京 環境"),
            ("京都議定書と環境大臣", "京都 議定書 環境 環境大臣"),
            ("山田 太郎の報告", "山田太郎 山田 太郎 報告"),
            ("外国人参政権", "外国人 参政権"),
            ("海洋プラスチック汚染", "プラスチック 海洋 汚染"),
        ],
    ),
    "Korean": (
        "안보 협력 의 미래 한반도 비핵화 문제 를 북한 핵 핵심 과제 동북아 회의 에서 어업 협정 협상 은 는 이 가",
        [
            ("안보협력의 미래", "안보 협력 안보협력 미래"),
            ("한반도 비핵화 문제를 논의", "한반도 비핵화 문제"),
            ("동북아 안보 협력 회의에서", "동북아 안보협력 회의 안보 협력"),
            ("핵심 과제", "핵심 과제"),
            ("북한의 핵 문제", "북한 핵 문제"),
            ("어업협정 협상은", "어업 협정 어업협정 협상"),
            ("김민수가 발표", "김민수 발표"),
        ],
    ),
    "Thai": (
        "การ ประชุม ความ มั่นคง ใน ภูมิภาค ประเทศ ทะเล ประมง เจรจา ตา กลม ตาก ลม และ ของ ข้อตกลง",
        [
            ("การประชุมความมั่นคงในภูมิภาค", "ประชุม ความมั่นคง มั่นคง ภูมิภาค"),
            ("การเจรจาประมงทะเล", "เจรจา ประมง ทะเล"),
            ("ตากลม", "ตา กลม"),
            ("ข้อตกลงของประเทศอาเซียน", "ข้อตกลง อาเซียน ประเทศ"),
            ("สมชายและสมหญิง", "สมชาย สมหญิง"),
        ],
    ),
}


def letters(text):
    """Returns the letters of a text without spaces, each with its marks."""
    import unicodedata

    found = []
    for character in text.replace(" ", ""):
        if found and unicodedata.category(character) in ("Mn", "Mc"):
            found[-1] += character
        else:
            found.append(character)
    return found


def contains(tokens, part):
    return bool(part) and any(tokens[i : i + len(part)] == part for i in range(len(tokens) - len(part) + 1))


def find_by_sequences(query, sentence, size, single):
    wanted = letters(query)
    if len(wanted) < size:
        return single and contains(letters(sentence), wanted)
    return contains(letters(sentence), wanted)


def segment(text, dictionary):
    tokens = []
    for part in text.split(" "):
        at = 0
        while at < len(part):
            length = next((n for n in range(len(part) - at, 0, -1) if part[at : at + n] in dictionary), 1)
            tokens.append(part[at : at + length])
            at += length
    return tokens


WAYS = {
    "pairs": lambda query, sentence, dictionary: find_by_sequences(query, sentence, 2, True),
    "triples": lambda query, sentence, dictionary: find_by_sequences(query, sentence, 3, False),
    "words": lambda query, sentence, dictionary: contains(segment(sentence, dictionary), segment(query, dictionary)),
}


def measure(way, dictionary, sentences):
    found = relevant = both = 0
    queries = {query for _, wanted in sentences for query in wanted.split()}
    for query in queries:
        for sentence, wanted in sentences:
            is_found, is_relevant = way(query, sentence, dictionary), query in wanted.split()
            found, relevant, both = found + is_found, relevant + is_relevant, both + (is_found and is_relevant)
    return both / relevant, both / found if found else 1.0


def main():
    print(f"{'':10}" + "".join(f"{name + ': recall':>18}{'precision':>11}" for name in WAYS))
    for language, (words, sentences) in SENTENCES.items():
        measured = [measure(way, set(words.split()), sentences) for way in WAYS.values()]
        print(f"{language:10}" + "".join(f"{recall:>18.2f}{precision:>11.2f}" for recall, precision in measured))


if __name__ == "__main__":
    main()
