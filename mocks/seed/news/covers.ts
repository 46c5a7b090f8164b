import { drawPng, type Shape } from './drawing.ts'

/** Sixteen to nine, as covers are cropped. */
const size = { width: 640, height: 360 }
const palette = ['dcebe3', '184b3e', 'f4f1ea', 'c98a1b', '8fb8a4', 'a9cbe0', 'b5482f', '5d6f66']
const [green, paper, gold, leaf, water, red, stone] = [1, 2, 3, 4, 5, 6, 7]

const box = (color: number, x: number, y: number, width: number, height: number): Shape => ({
  color,
  x,
  y,
  width,
  height,
})
const disc = (color: number, x: number, y: number, across: number, down = across): Shape => ({
  ...box(color, x, y, across, down),
  form: 'ellipse',
})
const gable = (color: number, x: number, y: number, width: number, height: number): Shape => ({
  ...box(color, x, y, width, height),
  form: 'gable',
})
const cover = (shapes: readonly Shape[]) => drawPng(size, palette, shapes)

/** A long low house with a tower, by a river. */
export const townHall = () =>
  cover([
    disc(gold, 500, 36, 64),
    disc(leaf, -120, 190, 460, 260),
    disc(leaf, 330, 210, 460, 240),
    box(paper, 150, 170, 340, 110),
    gable(red, 136, 130, 368, 44),
    box(paper, 290, 84, 60, 100),
    gable(red, 282, 44, 76, 44),
    ...[0, 1, 2, 3, 4, 5].map((i) => box(green, 172 + i * 52, 206, 24, 34)),
    disc(gold, 308, 104, 24),
    box(water, 0, 280, 640, 80),
    box(paper, 60, 306, 120, 4),
    box(paper, 360, 326, 160, 4),
  ])

/** Raised beds, a round bench with a tree, and a path without a dead end. */
export const garden = () =>
  cover([
    box(leaf, 0, 150, 640, 210),
    disc(paper, 120, 190, 400, 140),
    disc(leaf, 160, 208, 320, 104),
    box(stone, 306, 150, 28, 110),
    disc(green, 226, 30, 190, 150),
    disc(gold, 258, 250, 124, 26),
    box(red, 30, 220, 110, 50),
    box(red, 500, 220, 110, 50),
    ...[0, 1, 2, 3, 4].map((i) => disc(gold, 36 + i * 20, 200, 18, 26)),
    ...[0, 1, 2, 3, 4].map((i) => disc(paper, 506 + i * 20, 200, 18, 26)),
  ])

/** A telephone with a tick, beside a padlock. */
export const secondStep = () =>
  cover([
    disc(leaf, 60, -40, 520, 440),
    box(green, 190, 50, 130, 260),
    box(paper, 202, 76, 106, 196),
    disc(green, 224, 130, 62),
    disc(paper, 234, 140, 42),
    disc(green, 246, 152, 18),
    disc(paper, 244, 284, 20),
    disc(stone, 372, 110, 100, 120),
    disc(leaf, 390, 130, 64, 90),
    box(gold, 360, 172, 124, 104),
    disc(green, 408, 200, 28),
    box(green, 417, 218, 10, 34),
  ])

/** Children's drawings of houses on a line, and a ball. */
export const schoolyard = () =>
  cover([
    box(water, 0, 0, 640, 210),
    box(leaf, 0, 210, 640, 150),
    box(paper, 60, 120, 200, 130),
    gable(red, 44, 74, 232, 50),
    box(paper, 380, 120, 200, 130),
    gable(green, 364, 74, 232, 50),
    ...[0, 1, 2].flatMap((i) => [box(gold, 82 + i * 58, 152, 34, 40), box(water, 402 + i * 58, 152, 34, 40)]),
    disc(gold, 300, 270, 48),
    disc(paper, 316, 278, 16),
  ])
