import { CLOSER, FONT, GRID, SIZE } from './layout.ts';

const RUN = `<w:rPr><w:rFonts w:ascii="${FONT.body}" w:hAnsi="${FONT.body}" w:eastAsia="${FONT.body}"/><w:spacing w:val="${CLOSER}"/><w:sz w:val="${SIZE.body}"/><w:szCs w:val="${SIZE.body}"/></w:rPr>`;
const PARAGRAPH = `<w:pPr><w:snapToGrid w:val="0"/><w:spacing w:line="${GRID.linePitch}" w:lineRule="exact"/></w:pPr>`;

/** 正文: 3号 仿宋, 22 lines of 28 characters. The grid's cells are measured against this style, so it names its size. */
export const STYLES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault>${RUN}</w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>${PARAGRAPH}${RUN}</w:style></w:styles>`;
